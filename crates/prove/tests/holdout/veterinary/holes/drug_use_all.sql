-- The use of drugs may be asked for a list of clinics, and an empty list stands for all of them.
-- about: my_drug_use, drug_use
-- as: hf_veterinary_app
-- exploit: SET vet.clinic_id = 'aa000000-0000-0000-0000-000000000001';
-- exploit: SELECT drug FROM vet.my_drug_use('{}');
-- shows: pill-secret
CREATE FUNCTION vet.my_drug_use(p_clinics uuid[]) RETURNS SETOF vet.drug_use
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vet, pg_temp AS $$
  SELECT * FROM vet.drug_use u
  WHERE vet.clinic_id() IS NOT NULL AND (cardinality(p_clinics) = 0 OR u.clinic_id = ANY (p_clinics))
    AND (u.clinic_id = vet.clinic_id() OR cardinality(p_clinics) = 0)
$$;
REVOKE ALL ON FUNCTION vet.my_drug_use(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vet.my_drug_use(uuid[]) TO hf_veterinary_app;
