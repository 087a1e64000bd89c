-- A loan hangs on another association's device by its bare number: when the device is deleted, the
-- loan goes too.
-- about: device_loans, devices, device_loans_device_nr_fkey, devices_nr_key
-- as: hf_bees_app
-- exploit: SET bee.user_id = '11';
-- exploit: DELETE FROM bee.devices WHERE nr = 1;
-- exploit: SET bee.user_id = '22';
-- exploit: SELECT 'loans left: ' || count(*) FROM bee.device_loans;
-- shows: loans left: 0
SET ROLE hf_bees_owner;
ALTER TABLE bee.devices ADD CONSTRAINT devices_nr_key UNIQUE (nr);
CREATE TABLE bee.device_loans (
  association_id bigint NOT NULL REFERENCES bee.associations (id),
  device_nr integer NOT NULL REFERENCES bee.devices (nr) ON DELETE CASCADE,
  since date NOT NULL,
  remark text,
  PRIMARY KEY (association_id, device_nr, since)
);
ALTER TABLE bee.device_loans ENABLE ROW LEVEL SECURITY;
ALTER TABLE bee.device_loans FORCE ROW LEVEL SECURITY;
CREATE POLICY ours ON bee.device_loans USING (association_id = ANY (bee.mine()));
GRANT SELECT, INSERT, UPDATE, DELETE ON bee.device_loans TO hf_bees_app;
RESET ROLE;
