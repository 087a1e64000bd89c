-- The upsert finds a connection by workspace, provider and account, after a check of the membership:
-- harmless.
CREATE FUNCTION proof.connect_integration(p_workspace uuid, p_provider text, p_external text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_workspace IS NULL OR NOT EXISTS (SELECT 1 FROM proof.members m
      WHERE m.workspace_id = p_workspace AND m.user_id = proof.uid()) THEN
    RAISE EXCEPTION 'not a member';
  END IF;
  INSERT INTO proof.integrations (workspace_id, provider, external_id)
    VALUES (p_workspace, p_provider, p_external)
    ON CONFLICT (workspace_id, provider, external_id) DO NOTHING;
END $$;
REVOKE EXECUTE ON FUNCTION proof.connect_integration(uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION proof.connect_integration(uuid, text, text) TO hf_proofroom_app;
