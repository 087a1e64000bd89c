-- All operators draw receipt numbers from one sequence: its last value tells how many the others wrote.
-- about: receipt_nr, receipts
-- as: hf_lockers_app
-- exploit: SET app.operator_id = '1';
-- exploit: SELECT 'written by all: ' || last_value FROM lock.receipt_nr;
-- shows: written by all: 40
SET ROLE hf_lockers_owner;
CREATE SEQUENCE lock.receipt_nr;
CREATE TABLE lock.receipts (
  operator_id bigint NOT NULL REFERENCES lock.operators (id),
  nr bigint NOT NULL DEFAULT nextval('lock.receipt_nr'),
  amount numeric(8, 2) NOT NULL,
  PRIMARY KEY (operator_id, nr)
);
ALTER TABLE lock.receipts ENABLE ROW LEVEL SECURITY;
ALTER TABLE lock.receipts FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_rows ON lock.receipts
  USING (operator_id = nullif(current_setting('app.operator_id', true), '')::bigint);
GRANT SELECT, INSERT ON lock.receipts TO hf_lockers_app;
GRANT USAGE, SELECT ON SEQUENCE lock.receipt_nr TO hf_lockers_app;
RESET ROLE;
