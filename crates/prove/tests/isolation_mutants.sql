WITH RECURSIVE app AS (
  SELECT oid, rolname FROM pg_roles WHERE rolname IN ({roles})
), tenants_table AS (
  SELECT c.oid, c.relname, n.nspname || '.' || c.relname AS plain, c.oid::regclass::text AS name, c.relowner,
    c.relrowsecurity, c.relforcerowsecurity, c.relkind
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relrowsecurity
    AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'bulkhead')
    AND NOT n.nspname || '.' || c.relname = ANY (ARRAY[{shared}]::text[])
    -- The proof says itself of a table without any way to a tenant that it knows nothing about it.
    AND (EXISTS (SELECT FROM pg_constraint AS k WHERE k.contype = 'f' AND k.conrelid = c.oid)
      OR EXISTS (SELECT FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attname = {key})
      OR EXISTS (
        SELECT FROM pg_constraint AS k JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        WHERE k.contype = 'f' AND k.confrelid = c.oid AND a.attname = {key}))
), policy AS (
  SELECT p.*, t.name,
    -- The verbs that the policy decides about, and whether an application role may use one of them there.
    (SELECT bool_or(has_table_privilege(a.oid, p.polrelid, v.verb)
                    OR v.verb <> 'DELETE' AND has_any_column_privilege(a.oid, p.polrelid, v.verb))
     FROM app AS a
     CROSS JOIN (VALUES ('SELECT', 'r'), ('INSERT', 'a'), ('UPDATE', 'w'), ('DELETE', 'd')) AS v (verb, letter)
     WHERE p.polcmd IN ('*', v.letter::"char")
       AND (0 = ANY (p.polroles) OR EXISTS (
         SELECT FROM unnest(p.polroles) AS r (id) WHERE pg_has_role(a.oid, r.id, 'USAGE')))) AS is_used,
    pg_get_expr(p.polqual, p.polrelid) AS qual, pg_get_expr(p.polwithcheck, p.polrelid) AS checked
  FROM pg_policy AS p JOIN tenants_table AS t ON t.oid = p.polrelid
  WHERE p.polpermissive
)
SELECT format('ALTER POLICY %I ON %s %s', polname, name, concat_ws(' ',
    CASE WHEN qual IS NOT NULL THEN 'USING (true)' END,
    CASE WHEN checked IS NOT NULL OR polcmd = 'a' THEN 'WITH CHECK (true)' END)),
  CASE WHEN coalesce(qual, 'true') = 'true' AND coalesce(checked, 'true') = 'true' THEN 'the policy admits all on purpose'
       WHEN NOT coalesce(is_used, false) THEN 'no application role may do what the policy is for' END
FROM policy
UNION ALL
-- Reading stays fenced, what is written does not.
SELECT format('ALTER POLICY %I ON %s WITH CHECK (true)', polname, name),
  CASE WHEN qual = 'true' THEN 'the policy admits all on purpose'
       WHEN NOT EXISTS (
         SELECT FROM app AS a
         WHERE (polcmd = '*' AND has_table_privilege(a.oid, polrelid, 'INSERT')
                OR has_any_column_privilege(a.oid, polrelid, 'UPDATE') AND EXISTS (
                  SELECT FROM pg_attribute AS k
                  WHERE k.attrelid = polrelid AND k.attname = {key}
                    AND has_column_privilege(a.oid, polrelid, k.attnum, 'UPDATE')))
           AND (0 = ANY (polroles) OR EXISTS (
             SELECT FROM unnest(polroles) AS r (id) WHERE pg_has_role(a.oid, r.id, 'USAGE'))))
       THEN 'no application role may write the tenant' END
FROM policy WHERE polcmd IN ('*', 'w') AND qual IS NOT NULL
UNION ALL
SELECT format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', name),
  CASE WHEN NOT EXISTS (
    SELECT FROM app AS a CROSS JOIN (VALUES ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) AS v (verb)
    WHERE has_table_privilege(a.oid, t.oid, v.verb)
      OR v.verb <> 'DELETE' AND has_any_column_privilege(a.oid, t.oid, v.verb))
  THEN 'no application role has a right on the table' END
FROM tenants_table AS t
UNION ALL
SELECT format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', name),
  CASE WHEN NOT EXISTS (SELECT FROM app AS a WHERE pg_has_role(a.oid, t.relowner, 'MEMBER'))
  THEN 'no application role can become the owner' END
FROM tenants_table AS t WHERE relforcerowsecurity
UNION ALL
SELECT format('GRANT TRUNCATE ON %s TO %I', t.name, coalesce(able.rolname, 'public')),
  CASE WHEN able.rolname IS NULL THEN 'no application role may use the schema' END
FROM tenants_table AS t
LEFT JOIN LATERAL (
  SELECT a.rolname FROM app AS a JOIN pg_class AS c ON c.oid = t.oid
  WHERE has_schema_privilege(a.oid, c.relnamespace, 'USAGE') ORDER BY 1 LIMIT 1) AS able ON true
UNION ALL
SELECT format('ALTER VIEW %s SET (security_invoker = false)', c.oid::regclass),
  CASE WHEN NOT EXISTS (SELECT FROM app AS a WHERE has_any_column_privilege(a.oid, c.oid, 'SELECT'))
         THEN 'no application role may read the view'
       WHEN NOT EXISTS (SELECT FROM pg_roles AS o WHERE o.oid = c.relowner AND (o.rolsuper OR o.rolbypassrls))
         THEN 'row security binds the owner of the view as well' END
FROM pg_class AS c
WHERE c.relkind = 'v' AND c.reloptions @> ARRAY['security_invoker=true']
UNION ALL
-- A key of two columns, one of them the tenant's, becomes one of the other alone.
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I; ALTER TABLE %1$s ADD CONSTRAINT %2$I FOREIGN KEY (%I) REFERENCES %s (%I)',
    t.name, k.conname, own.attname, k.confrelid::regclass, other.attname),
  CASE WHEN other.atttypid = 'uuid'::regtype THEN 'the key is a random uuid that the other tenant''s are not guessed of'
       WHEN NOT EXISTS (
         SELECT FROM app AS a WHERE has_column_privilege(a.oid, t.oid, own.attnum, 'INSERT')
           OR has_column_privilege(a.oid, t.oid, own.attnum, 'UPDATE'))
       THEN 'no application role may write the key' END
FROM tenants_table AS t
JOIN pg_constraint AS k ON k.conrelid = t.oid AND k.contype = 'f' AND cardinality(k.conkey) = 2 AND k.conparentid = 0
JOIN pg_attribute AS tenant ON tenant.attrelid = t.oid AND tenant.attnum = ANY (k.conkey) AND tenant.attname = {key}
JOIN LATERAL unnest(k.conkey, k.confkey) AS pair (number, far) ON pair.number <> tenant.attnum
JOIN pg_attribute AS own ON own.attrelid = t.oid AND own.attnum = pair.number
JOIN pg_attribute AS other ON other.attrelid = k.confrelid AND other.attnum = pair.far
WHERE EXISTS (
  SELECT FROM pg_index AS i
  WHERE i.indrelid = k.confrelid AND i.indisunique AND i.indnkeyatts = 1 AND i.indkey[0] = pair.far AND i.indpred IS NULL)
ORDER BY 1
