-- With lo_compat_privileges, large objects have no rights at all: every login reads, changes and removes each.
SELECT format('lo_compat_privileges of %s', k.whose), s.app, s.act_as,
  E'SET LOCAL lo_compat_privileges = on;\nSELECT lo_from_bytea(0, ''of another tenant'');',
  'SELECT oid, lo_get(oid) FROM pg_largeobject_metadata;',
  format('lo_compat_privileges is on for %s: sessions of %I read, change and remove every large object, whoever '
    'owns it.', k.whose, s.act_as),
  k.fix, CASE WHEN EXISTS (SELECT FROM pg_largeobject_metadata) OR EXISTS (
    SELECT FROM pg_attribute AS a JOIN relation AS c ON c.relid = a.attrelid
    WHERE a.attnum > 0 AND format_type(a.atttypid, NULL) ~ '^(oid|(.*\.)?lo)$') THEN NULL ELSE 'medium' END
FROM session AS s CROSS JOIN LATERAL (
  SELECT w.whose, CASE WHEN d.setdatabase <> 0 AND r.oid IS NULL THEN
      'DO $$ BEGIN EXECUTE format(''ALTER DATABASE %I RESET lo_compat_privileges'', current_database()); END $$;'
    WHEN d.setdatabase <> 0 THEN format('DO $$ BEGIN EXECUTE format(''ALTER ROLE %I IN DATABASE %%I RESET '
      'lo_compat_privileges'', current_database()); END $$;', r.rolname)
    ELSE format('ALTER ROLE %s RESET lo_compat_privileges;', coalesce(quote_ident(r.rolname), 'ALL')) END AS fix
  FROM pg_db_role_setting AS d LEFT JOIN pg_roles AS r ON r.oid = d.setrole
  CROSS JOIN LATERAL (SELECT coalesce(quote_ident(r.rolname), CASE d.setdatabase WHEN 0 THEN 'all roles'
    ELSE 'the database' END) AS whose) AS w
  CROSS JOIN LATERAL unnest(d.setconfig) AS c (entry)
  WHERE lower(c.entry) ~ '^lo_compat_privileges=(on|true|yes|1|t|y)$'
    AND (d.setdatabase = 0 OR d.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()))
    AND (d.setrole = 0 OR r.rolname = s.app)
) AS k
ORDER BY 1, s.app, s.act_as
