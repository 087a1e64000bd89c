-- Tenant A reads any prescription whose number it has: the function forgets the pharmacy.
-- about: prescription
-- as: hf_pharmacy_app
-- exploit: SET core.pharmacy = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT drug FROM api.prescription('bbbbbbbb-0000-4000-8000-000000000002');
-- shows: drug-secret
CREATE FUNCTION api.prescription(wanted uuid) RETURNS core.prescriptions LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT p.* FROM core.prescriptions p WHERE p.id = wanted
$$;
GRANT EXECUTE ON FUNCTION api.prescription TO hf_pharmacy_app;
