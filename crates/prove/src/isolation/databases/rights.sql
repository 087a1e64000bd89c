-- The statements that give what is made by migrations the owners and rights that it has in this database.
WITH relation AS (
  SELECT c.oid, c.relname, n.nspname, c.relacl, c.relowner, c.relkind,
    format('%I.%I', n.nspname, c.relname) AS name
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), held (place, privilege, object, grantee) AS (
  SELECT 2, x.privilege_type, format('SCHEMA %I', n.nspname), x.grantee
  FROM pg_namespace AS n CROSS JOIN LATERAL aclexplode(n.nspacl) AS x
  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  UNION ALL
  SELECT 2, x.privilege_type, CASE r.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || r.name, x.grantee
  FROM relation AS r CROSS JOIN LATERAL aclexplode(r.relacl) AS x
  UNION ALL
  SELECT 2, format('%s (%I)', x.privilege_type, a.attname), 'TABLE ' || r.name, x.grantee
  FROM relation AS r JOIN pg_attribute AS a ON a.attrelid = r.oid AND NOT a.attisdropped
  CROSS JOIN LATERAL aclexplode(a.attacl) AS x
)
SELECT statement
FROM (
  SELECT 1, format('ALTER TABLE %s OWNER TO %I', r.name, pg_get_userbyid(r.relowner))
  FROM relation AS r JOIN pg_roles AS o ON o.oid = r.relowner
  WHERE r.relkind <> 'S' AND NOT o.rolsuper
  UNION ALL
  SELECT h.place, format('GRANT %s ON %s TO %s', h.privilege, h.object,
    CASE h.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(h.grantee)) END)
  FROM held AS h
) AS given (place, statement)
ORDER BY place, statement
