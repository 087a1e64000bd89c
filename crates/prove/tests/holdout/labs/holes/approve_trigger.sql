-- The trigger of the approval view updates by barcode with its owner's rights and never looks at the
-- laboratory.
-- about: approvals, approve_result, results
-- as: hf_labs_app
-- exploit: SET labs.lab_id = '1';
-- exploit: INSERT INTO api.approvals (barcode, value) VALUES ('B2', 'forged');
-- exploit: SET labs.lab_id = '2';
-- exploit: SELECT 'value is ' || value FROM api.results;
-- shows: value is forged
SET ROLE hf_labs_owner;
CREATE VIEW api.approvals WITH (security_barrier = true) AS
  SELECT barcode, value FROM store.results WHERE lab_id = api.lab() AND approved;
CREATE FUNCTION api.approve_result() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE store.results SET approved = true, value = NEW.value WHERE barcode = NEW.barcode;
  RETURN NEW;
END
$$;
CREATE TRIGGER approve_result INSTEAD OF INSERT ON api.approvals
  FOR EACH ROW EXECUTE FUNCTION api.approve_result();
GRANT SELECT, INSERT ON api.approvals TO hf_labs_app;
RESET ROLE;
