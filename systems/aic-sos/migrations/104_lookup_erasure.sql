-- Purpose: finding the tenant of a credential, and the end of a tenant.
-- Date: 2026-11-21
-- Tables: none; resolve_api_key, resolve_session, erase_tenant
-- Decisions: SECURITY DEFINER, because these run before a tenant is known or across all of them. The lookups
-- answer only who knows the hash or the session's id.

CREATE OR REPLACE FUNCTION resolve_api_key(hash text)
RETURNS TABLE (api_key_id uuid, tenant_id uuid, workspace_id uuid, principal_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
  SELECT k.api_key_id, k.tenant_id, k.workspace_id, k.principal_id
  FROM api_keys AS k JOIN principals AS p USING (principal_id)
  WHERE k.key_hash = hash AND k.is_active AND (k.expires_at > now()) IS NOT FALSE AND p.is_active
$func$;
REVOKE ALL ON FUNCTION resolve_api_key(text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION resolve_session(id uuid)
RETURNS TABLE (session_id uuid, tenant_id uuid, principal_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
  SELECT s.session_id, s.tenant_id, s.principal_id
  FROM sessions AS s JOIN principals AS p USING (principal_id)
  WHERE s.session_id = id AND NOT s.is_revoked AND s.expires_at > now() AND p.is_active
$func$;
REVOKE ALL ON FUNCTION resolve_session(uuid) FROM PUBLIC;

-- Everything of the tenant goes with its row, the append-only tables included.
CREATE OR REPLACE FUNCTION erase_tenant(id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $func$
BEGIN
  DELETE FROM tenants AS t WHERE t.tenant_id = id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no tenant %', id USING ERRCODE = 'no_data_found';
  END IF;
END
$func$;
REVOKE ALL ON FUNCTION erase_tenant(uuid) FROM PUBLIC;
