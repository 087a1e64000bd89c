-- Who may UPDATE a sequence sets it back, and the others' inserts fail.
SELECT q.name, s.app, s.act_as, NULL, format('SELECT setval(%L, 1, false);', q.name),
  format('%I may set %s back; the next inserts of all tenants then fail.', s.act_as, q.name),
  (SELECT string_agg(DISTINCT format('REVOKE UPDATE ON SEQUENCE %s FROM %s;', q.name,
     CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END), E'\n')
   FROM aclexplode(q.relacl) AS a
   WHERE a.privilege_type = 'UPDATE' AND (a.grantee = 0 OR pg_has_role(s.role, a.grantee, 'USAGE'))),
  NULL
FROM (
  SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS name, c.relacl, c.relowner, n.oid AS schema
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind = 'S' AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
) AS q CROSS JOIN session AS s
WHERE has_schema_privilege(s.role, q.schema, 'USAGE') AND has_sequence_privilege(s.role, q.oid, 'UPDATE')
  AND NOT pg_has_role(s.role, q.relowner, 'USAGE')
  AND EXISTS (
    SELECT FROM pg_depend AS d JOIN tenant AS t ON t.relid = d.refobjid WHERE d.objid = q.oid
      AND d.deptype IN ('a', 'i')
    UNION ALL
    SELECT FROM pg_depend AS d JOIN pg_attrdef AS a ON a.oid = d.objid JOIN tenant AS t ON t.relid = a.adrelid
    WHERE d.classid = 'pg_attrdef'::regclass AND d.refobjid = q.oid)
