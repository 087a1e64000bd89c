-- A contract with a link that has not expired is open to every user, not only to the holder of the link.
-- about: contracts, shared_now
-- as: hf_contracts_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001", "role": "member"}';
-- exploit: SELECT title, counterparty FROM ct.contracts;
-- shows: Road-secret merger
-- Contracts that were shared by a link can be opened by people outside of the workspace.
CREATE FUNCTION ct.shared_now(ws uuid, contract uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (SELECT 1 FROM ct.share_links l
    WHERE l.workspace_id = ws AND l.contract_id = contract AND l.expires_at > now())
$$;
GRANT EXECUTE ON FUNCTION ct.shared_now(uuid, uuid) TO hf_contracts_app;
CREATE POLICY contracts_shared ON ct.contracts FOR SELECT TO hf_contracts_app
  USING (ct.shared_now(workspace_id, contract_id));
