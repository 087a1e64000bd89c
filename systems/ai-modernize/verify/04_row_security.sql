-- The fence between tenants.

-- name: policies
-- expect: 36
SELECT count(*) FROM pg_policies p WHERE p.schemaname = 'migration';

-- name: policies that are not tenant_isolation, for all verbs, the same for reading and writing
-- expect: none
SELECT p.tablename, p.policyname FROM pg_policies p
WHERE p.schemaname = 'migration' AND (
  p.policyname <> 'tenant_isolation' OR p.cmd <> 'ALL' OR p.permissive <> 'PERMISSIVE'
  OR p.roles <> '{application_role,reporting_role}' OR p.with_check IS DISTINCT FROM p.qual
);

-- name: tables without row security, or without force
-- expect: rows
--   data_retention_rules
--   llm_model_pricing
--   platform_adapters
SELECT c.relname FROM pg_class c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p')
  AND c.relname <> 'schema_migrations' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
ORDER BY 1;

-- name: policies by their number of tables, with what they compare
-- expect: rows
--   client | 3
--   client and engagement | 25
--   client and engagement as id | 1
--   client as id | 1
--   engagement may be null | 3
--   people of the client | 3
SELECT CASE
    WHEN p.qual ~ '^\(\(client_account_id = .* AND \(engagement_id = COALESCE' THEN 'client and engagement'
    WHEN p.qual ~ '^\(\(client_account_id = .* AND \(id = COALESCE' THEN 'client and engagement as id'
    WHEN p.qual ~ '^\(\(client_account_id = .* AND COALESCE\(\(engagement_id' THEN 'engagement may be null'
    WHEN p.qual ~ '^\(client_account_id = ' THEN 'client'
    WHEN p.qual ~ '^\(id = ' THEN 'client as id'
    WHEN p.qual ~ 'user_account_associations' THEN 'people of the client'
    ELSE p.qual
  END, count(*)
FROM pg_policies p WHERE p.schemaname = 'migration' GROUP BY 1 ORDER BY 1;

-- name: policies that call a helper for each row instead of once
-- expect: none
SELECT p.tablename FROM pg_policies p
WHERE p.schemaname = 'migration'
  AND replace(p.qual, 'SELECT migration.', 'SELECT ') ~ '(?<!SELECT )current_(client|engagement)_id\(\)';

-- name: partitions without forced row security, or with a policy or a grant of their own
-- expect: none
SELECT c.relname FROM pg_class c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relispartition AND c.relkind = 'r' AND (
  NOT (c.relrowsecurity AND c.relforcerowsecurity)
  OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
  OR EXISTS (SELECT FROM aclexplode(c.relacl) a WHERE a.grantee <> c.relowner)
);

-- name: context of a session that has set none
-- expect: none
SELECT 1 WHERE migration.current_client_id() IS NOT NULL OR migration.current_engagement_id() IS NOT NULL;

-- name: client of a session whose settings are malformed
-- expect: rows
--   no context
SELECT CASE WHEN set_config('app.client_id', 'nobody', true) = 'nobody'
  THEN coalesce(migration.current_client_id()::text, 'no context') END;

-- name: views that do not check the rights of who reads them
-- expect: none
SELECT c.relname FROM pg_class c
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('v', 'm')
  AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false);

-- name: views
-- expect: rows
--   v_all_flows | 20
--   v_cross_phase_assets | 20
SELECT c.relname, count(*) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('v', 'm') GROUP BY 1 ORDER BY 1;
