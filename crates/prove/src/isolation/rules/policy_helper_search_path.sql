-- A policy's helper whose names are looked up where the caller can put others.
SELECT r.name, s.app, s.act_as, NULL,
  format(E'CREATE TEMPORARY TABLE %I (LIKE %s);\nSELECT * FROM %s;', k.relname, k.name, p.of),
  format('Policy %I on %s asks %s, which takes %s from the caller''s search path: '
    'a temporary table comes first.',
    p.name, p.of, r.name, k.relname),
  format('ALTER FUNCTION %s SET search_path = %s, pg_temp;', r.name, coalesce(
    nullif(nullif(r.pinned, '""'), ''),
    (SELECT string_agg(DISTINCT quote_ident(o.nspname), ', ') FROM named AS m JOIN relation AS o USING (relname)
     WHERE m.oid = r.oid AND m.schema IS NULL))),
  NULL
FROM policy AS p
JOIN pg_depend AS d ON d.classid = 'pg_policy'::regclass AND d.objid = p.oid
  AND d.refclassid = 'pg_proc'::regclass
JOIN routine AS r ON r.oid = d.refobjid
JOIN named AS n ON n.oid = r.oid AND n.schema IS NULL JOIN relation AS k ON k.relname = n.relname
JOIN may AS s ON s.relid = p.relid AND s.verb = p.verb
WHERE NOT r.is_definer AND NOT r.is_parsed AND coalesce(r.pinned, '') !~ 'pg_temp'
  AND has_database_privilege(s.role, current_database(), 'TEMPORARY')
