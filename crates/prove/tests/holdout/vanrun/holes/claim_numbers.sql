-- Claims of all accounts are numbered from one sequence, so the gaps tell how many claims others have.
-- about: claims, claims_number_seq
-- as: hf_vanrun_app
-- exploit: SET app.account_id = '1';
-- exploit: INSERT INTO claims (account_id, reason) VALUES (1, 'x') RETURNING 'number ' || number;
-- shows: number 4
CREATE TABLE claims (
  account_id bigint NOT NULL REFERENCES accounts (id),
  number bigserial NOT NULL,
  reason varchar NOT NULL,
  PRIMARY KEY (account_id, number)
);
ALTER TABLE claims ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON claims TO hf_vanrun_app
  USING (account_id = NULLIF(current_setting('app.account_id', true), '')::bigint);
GRANT SELECT, INSERT ON claims TO hf_vanrun_app;
GRANT USAGE ON SEQUENCE claims_number_seq TO hf_vanrun_app;
