-- Any user reads the invitations of any address, because the function takes the address from its caller.
-- about: pending_invites, workspace_invites, workspaces
-- as: hf_whiteboards_app
-- exploit: SET request.jwt.claims = '{"sub":"a1000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT workspace FROM pending_invites('new@beta.test');
-- shows: Beta Road-secret
-- The start page shows the invitations that wait for a new user.
CREATE FUNCTION pending_invites(p_email text) RETURNS TABLE (invite uuid, workspace text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.id, w.name, i.role FROM workspace_invites i JOIN workspaces w ON w.id = i.workspace_id
  WHERE lower(i.email) = lower(p_email) AND i.accepted_at IS NULL
$$;
