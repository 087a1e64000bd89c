-- The function asks for a role, and the new arm of its OR leaves the organization out.
-- about: has_role, access_requests
-- as: hf_vault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT reason FROM access_requests;
-- shows: Road-secret reason
-- Administrators have the rights of members without a row of their own for it.
CREATE OR REPLACE FUNCTION has_role(org uuid, wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM org_members m
    WHERE m.user_id = auth.uid() AND (m.org_id = org AND m.role = wanted OR m.role = 'admin'))
$$;
