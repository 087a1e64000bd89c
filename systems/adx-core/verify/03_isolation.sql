-- Tenant isolation: row security everywhere, one fence per table, nothing that reaches around it.

-- name: tables with row security enabled and forced
-- expect: 59
SELECT count(*)
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  AND c.relrowsecurity AND c.relforcerowsecurity;

-- name: tables of tenants without the isolating policy, tenant_databases apart
-- expect: none
SELECT a.attrelid::regclass
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'tenant_id'
  AND c.relname <> 'tenant_databases'
  AND NOT EXISTS (
    SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant_isolation_' || c.relname
  );

-- name: isolating policies that are not, for everybody and all verbs, equality with the context
-- expect: none
SELECT p.tablename, p.cmd, p.roles, p.qual, p.with_check
FROM pg_policies p
WHERE p.schemaname = 'public' AND p.policyname LIKE 'tenant\_isolation\_%'
  AND (
    p.cmd <> 'ALL' OR p.permissive <> 'PERMISSIVE' OR p.roles <> '{public}'
    OR p.with_check IS DISTINCT FROM p.qual
    OR p.qual <> format(
      '(%s = ( SELECT get_current_tenant_id() AS get_current_tenant_id))',
      CASE p.tablename WHEN 'tenants' THEN 'id' ELSE 'tenant_id' END
    )
  );

-- name: policies beside the fence, for whom, for which verb, and when
-- expect: rows
--   public_workflow_templates | {public} | SELECT | (is_public AND (( SELECT get_current_tenant_id() AS get_current_tenant_id) IS NOT NULL)) | -
--   unknown_tenant_login_attempts | {adx_app} | INSERT | - | (tenant_id IS NULL)
--   unknown_tenant_rate_limits | {adx_app} | INSERT | - | (tenant_id IS NULL)
SELECT p.policyname, p.roles, p.cmd, coalesce(p.qual, '-'), coalesce(p.with_check, '-')
FROM pg_policies p
WHERE p.schemaname = 'public'
  AND p.policyname NOT LIKE 'tenant\_isolation\_%' AND p.policyname NOT LIKE 'all\_tenants\_%'
ORDER BY p.policyname;

-- name: policies for operations that let in anybody but adx_all_tenants
-- expect: none
SELECT p.policyname, p.roles
FROM pg_policies p
WHERE p.schemaname = 'public' AND p.policyname LIKE 'all\_tenants\_%' AND p.roles <> '{adx_all_tenants}';

-- name: members of adx_all_tenants
-- expect: rows
--   adx_admin
--   adx_definer
SELECT m.member::regrole::text
FROM pg_auth_members m
WHERE m.roleid = 'adx_all_tenants'::regrole
ORDER BY 1;

-- name: foreign keys between tables of tenants that leave tenant_id out, those to users apart
-- expect: none
SELECT k.conrelid::regclass, k.conname
FROM pg_constraint k
JOIN pg_attribute child ON child.attrelid = k.conrelid AND child.attname = 'tenant_id'
JOIN pg_attribute parent ON parent.attrelid = k.confrelid AND parent.attname = 'tenant_id'
WHERE k.contype = 'f' AND k.confrelid <> 'users'::regclass
  AND NOT (child.attnum = ANY (k.conkey) AND parent.attnum = ANY (k.confkey));

-- name: references to users that no trigger checks for membership, tenant_memberships apart
-- expect: none
SELECT k.conrelid::regclass, a.attname
FROM pg_constraint k
JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
WHERE k.contype = 'f' AND k.confrelid = 'users'::regclass AND k.conrelid <> 'tenant_memberships'::regclass
  AND NOT EXISTS (
    SELECT FROM pg_trigger t
    WHERE t.tgrelid = k.conrelid AND t.tgfoid = 'check_user_in_tenant'::regproc AND t.tgenabled = 'O'
      AND a.attnum = ANY (t.tgattr)
      AND a.attname = ANY (string_to_array(encode(t.tgargs, 'escape'), '\000'))
  );

-- name: parents that children reference together with their tenant
-- expect: rows
--   api_keys
--   file_folders
--   file_tags
--   files
--   sso_providers
--   user_teams
--   workflow_executions
SELECT DISTINCT k.confrelid::regclass::text
FROM pg_constraint k
WHERE k.contype = 'f' AND cardinality(k.conkey) = 2 AND k.connamespace = 'public'::regnamespace
ORDER BY 1;

-- name: findings of the audit of row security
-- expect: none
SELECT table_name, finding FROM rls_audit();

-- name: context of a session that has set none
-- expect: none
SELECT get_current_tenant_id() WHERE get_current_tenant_id() IS NOT NULL;

-- name: views and materialized views, which could reach around the fence
-- expect: none
SELECT c.oid::regclass
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('v', 'm')
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e');
