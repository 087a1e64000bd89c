-- The archive inherits from the open complaints and has the same row security under its own name.
SET ROLE hf_lockers_owner;
CREATE TABLE lock.complaints_closed (
  closed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (operator_id, parcel_nr)
) INHERITS (lock.complaints);
ALTER TABLE lock.complaints_closed ENABLE ROW LEVEL SECURITY;
ALTER TABLE lock.complaints_closed FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_rows ON lock.complaints_closed
  USING (operator_id = nullif(current_setting('app.operator_id', true), '')::bigint);
GRANT SELECT, INSERT ON lock.complaints_closed TO hf_lockers_app;
RESET ROLE;
