-- A receiving clinic may give a grant back; its policy is for all verbs, so it prolongs an old grant by
-- itself.
-- about: animal_grants, grantee_side, granted_visits, has_grant, visits
-- as: hf_veterinary_app
-- exploit: SET vet.clinic_id = 'aa000000-0000-0000-0000-000000000001';
-- exploit: UPDATE vet.animal_grants SET until = '2099-01-01';
-- exploit: SELECT notes FROM vet.visits;
-- shows: visit-secret
CREATE FUNCTION vet.has_grant(p_clinic uuid, p_animal uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vet, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM vet.animal_grants g
    WHERE g.clinic_id = p_clinic AND g.animal_id = p_animal AND g.grantee_id = vet.clinic_id()
      AND g.until > current_date)
$$;
REVOKE ALL ON FUNCTION vet.has_grant(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vet.has_grant(uuid, uuid) TO hf_veterinary_app;
CREATE POLICY granted_visits ON vet.visits FOR SELECT TO hf_veterinary_app
  USING (vet.has_grant(clinic_id, animal_id));
CREATE POLICY grantee_side ON vet.animal_grants TO hf_veterinary_app
  USING (grantee_id = vet.clinic_id()) WITH CHECK (grantee_id = vet.clinic_id());
