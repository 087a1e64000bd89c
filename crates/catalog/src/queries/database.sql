SELECT 'extension', quote_ident(e.extname), p.key, p.value
FROM pg_extension AS e
CROSS JOIN LATERAL (
  VALUES ('schema', e.extnamespace::regnamespace::text), ('version', e.extversion),
    ('comment', obj_description(e.oid, 'pg_extension'))
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT 'default privileges',
  d.defaclrole::regrole || CASE d.defaclnamespace WHEN 0 THEN '' ELSE ' in ' || d.defaclnamespace::regnamespace END
    || ' for ' || CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions'
                  WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE d.defaclobjtype::text END,
  'grant to ' || CASE g.grantee WHEN 0 THEN 'public' ELSE g.grantee::regrole::text END,
  string_agg(g.privilege_type || CASE WHEN g.is_grantable THEN '*' ELSE '' END, ', ' ORDER BY g.privilege_type)
FROM pg_default_acl AS d CROSS JOIN LATERAL aclexplode(d.defaclacl) AS g
GROUP BY d.oid, d.defaclrole, d.defaclnamespace, d.defaclobjtype, g.grantee
UNION ALL
SELECT 'publication', quote_ident(b.pubname), p.key, p.value
FROM pg_publication AS b
CROSS JOIN LATERAL (
  VALUES ('owner', b.pubowner::regrole::text), ('all tables', CASE WHEN b.puballtables THEN 'yes' END),
    ('publishes', concat_ws(', ', CASE WHEN b.pubinsert THEN 'insert' END, CASE WHEN b.pubupdate THEN 'update' END,
       CASE WHEN b.pubdelete THEN 'delete' END, CASE WHEN b.pubtruncate THEN 'truncate' END)),
    ('tables', (SELECT string_agg(r.prrelid::regclass || coalesce(' where ' || pg_get_expr(r.prqual, r.prrelid), ''),
       ', ' ORDER BY r.prrelid::regclass::text) FROM pg_publication_rel AS r WHERE r.prpubid = b.oid))
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT 'event trigger', quote_ident(t.evtname), p.key, p.value
FROM pg_event_trigger AS t
CROSS JOIN LATERAL (
  VALUES ('owner', t.evtowner::regrole::text), ('event', t.evtevent), ('function', t.evtfoid::regprocedure::text),
    ('tags', array_to_string(t.evttags, ', ')), ('enabled', t.evtenabled::text)
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT 'foreign server', quote_ident(s.srvname), p.key, p.value
FROM pg_foreign_server AS s JOIN pg_foreign_data_wrapper AS w ON w.oid = s.srvfdw
CROSS JOIN LATERAL (
  VALUES ('owner', s.srvowner::regrole::text), ('wrapper', quote_ident(w.fdwname)),
    ('options', (SELECT string_agg(split_part(o, '=', 1), ', ' ORDER BY o) FROM unnest(s.srvoptions) AS o)),
    ('mappings', (SELECT string_agg(u.usename, ', ' ORDER BY u.usename) FROM pg_user_mappings AS u WHERE u.srvid = s.oid))
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT 'database', '(this one)', 'grant to ' || a.grantee, a.rights
FROM pg_database AS b
CROSS JOIN LATERAL (
  SELECT CASE g.grantee WHEN 0 THEN 'public' ELSE g.grantee::regrole::text END AS grantee,
    string_agg(g.privilege_type || CASE WHEN g.is_grantable THEN '*' ELSE '' END, ', ' ORDER BY g.privilege_type)
      AS rights
  FROM aclexplode(coalesce(b.datacl, acldefault('d', b.datdba))) AS g
  WHERE g.grantee <> b.datdba GROUP BY g.grantee
) AS a
WHERE b.datname = current_database()
UNION ALL
-- The value of a setting of one's own may be a secret.
SELECT 'setting', coalesce(s.setrole::regrole::text, '') || ' ' || split_part(c.text, '=', 1), 'value',
  CASE WHEN split_part(c.text, '=', 1) LIKE '%.%' THEN 'md5 ' || md5(c.text)
  ELSE substr(c.text, position('=' IN c.text) + 1) END
FROM pg_db_role_setting AS s CROSS JOIN LATERAL unnest(s.setconfig) AS c (text)
WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
