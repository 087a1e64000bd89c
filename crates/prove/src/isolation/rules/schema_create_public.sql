-- Who may create objects where others look names up puts a function or an operator in their way, and it runs
-- as them.
SELECT quote_ident(n.nspname), s.app, s.act_as, NULL,
  format(E'CREATE FUNCTION %I.lower(character varying) RETURNS text LANGUAGE plpgsql AS\n'
    '$$BEGIN RAISE NOTICE ''%%'', $1; RETURN pg_catalog.lower($1::text); END$$;', n.nspname),
  format('%I may create objects in schema %I, which is not its own.', s.act_as, n.nspname),
  (SELECT string_agg(DISTINCT format('REVOKE CREATE ON SCHEMA %I FROM %s;', n.nspname,
     CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END), E'\n')
   FROM aclexplode(n.nspacl) AS a
   WHERE a.privilege_type = 'CREATE' AND (a.grantee = 0 OR pg_has_role(s.role, a.grantee, 'USAGE'))),
  NULL
FROM pg_namespace AS n CROSS JOIN session AS s
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND has_schema_privilege(s.role, n.oid, 'CREATE') AND NOT pg_has_role(s.role, n.nspowner, 'USAGE')
  AND (n.nspname = 'public' OR has_schema_privilege('public', n.oid, 'USAGE')
    OR EXISTS (SELECT FROM relation AS c JOIN tenant USING (relid) WHERE c.schema = n.oid))
