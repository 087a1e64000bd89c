-- The inspector's mode is a setting like any other, which the login of every pharmacy can set.
-- about: prescriptions, prescriptions_inspector
-- as: hf_vialkeep_app
-- exploit: SET app.current_pharmacy = '1';
-- exploit: SET app.role = 'inspector';
-- exploit: SELECT patient FROM prescriptions;
-- shows: Brook-secret patient
CREATE POLICY prescriptions_inspector ON prescriptions FOR SELECT
  USING (current_setting('app.role', true) = 'inspector');
