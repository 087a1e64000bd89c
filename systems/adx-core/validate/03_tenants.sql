-- Tenants, and the fence between them.

-- name: findings of the audit of row security
-- severity: high
-- expect: none
SELECT table_name, finding FROM rls_audit();

-- name: tables in schemas of tenants without row security
-- severity: high
-- expect: none
SELECT c.oid::regclass
FROM tenant_schemas s
JOIN pg_namespace n ON n.nspname = s.schema_name
JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p')
WHERE NOT (c.relrowsecurity AND c.relforcerowsecurity);

-- name: active tenants that cannot be reached in their schema or database
-- severity: high
-- expect: none
SELECT v.tenant_id, v.tenant_name
FROM validate_tenant_connections() v
WHERE v.connection_status <> 'connected';

-- name: schemas named like those of tenants that no tenant has
-- severity: low
-- expect: none
SELECT n.nspname
FROM pg_namespace n
WHERE n.nspname LIKE 'tenant\_%'
  AND NOT EXISTS (SELECT FROM tenant_schemas s WHERE s.schema_name = n.nspname);

-- name: tenants with more users than their quota allows
-- severity: low
-- expect: none
SELECT t.slug, count(*)
FROM tenants t
JOIN users u ON u.tenant_id = t.id
WHERE jsonb_typeof(t.quotas -> 'max_users') = 'number'
GROUP BY t.id
HAVING count(*) > (t.quotas ->> 'max_users')::numeric;

-- name: tenants of the seeds in production
-- severity: high
-- environment: production
-- expect: none
SELECT t.id, t.slug
FROM tenants t
WHERE t.id IN (
  'd1000000-0000-4000-8000-000000000000', 'd2000000-0000-4000-8000-000000000000',
  'd3000000-0000-4000-8000-000000000000', 'e1000000-0000-4000-8000-000000000000',
  'e2000000-0000-4000-8000-000000000000', 'e3000000-0000-4000-8000-000000000000'
);
