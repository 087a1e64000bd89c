-- Up to version 15, a role with CREATEROLE gives itself every role but superusers.
SELECT quote_ident(r.name), r.app, r.name, NULL,
  format(E'GRANT %I TO %I;\nSET ROLE %1$I;', coalesce(b.rolname, 'pg_write_all_data'), r.name),
  format('%I has CREATEROLE: on PostgreSQL 15 it can grant itself any role that is no superuser.', r.name),
  format('ALTER ROLE %I NOCREATEROLE;', r.name), NULL
FROM reached AS r
LEFT JOIN LATERAL (
  SELECT o.rolname FROM pg_roles AS o
  WHERE NOT o.rolsuper AND o.oid <> r.oid
    AND (o.rolbypassrls OR o.oid IN (SELECT c.owner FROM tenant JOIN relation AS c USING (relid)))
    AND NOT pg_has_role(r.oid, o.oid, 'MEMBER')
  ORDER BY o.rolbypassrls DESC, o.rolname LIMIT 1
) AS b ON true
WHERE r.createrole AND NOT r.superuser AND r.settable AND current_setting('server_version_num')::int < 160000
