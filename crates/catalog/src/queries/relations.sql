WITH relation AS MATERIALIZED (
  SELECT c.*, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
    CASE c.relkind
      WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
      WHEN 'f' THEN 'foreign table' WHEN 'S' THEN 'sequence' WHEN 'c' THEN 'composite type'
    END AS kind
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
    AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
    AND NOT (n.nspname = {ledger_schema} AND c.relname = 'schema_migrations')
    AND NOT EXISTS (
      SELECT FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
)
SELECT r.kind, r.name, p.key, p.value
FROM relation AS r
CROSS JOIN LATERAL (
  VALUES
    ('owner', r.relowner::regrole::text),
    ('owner lacks', CASE WHEN r.relacl IS NOT NULL THEN (
      SELECT string_agg(d.privilege_type, ', ' ORDER BY d.privilege_type)
      FROM aclexplode(acldefault(CASE r.relkind WHEN 'S' THEN 's'::"char" ELSE 'r'::"char" END, r.relowner)) AS d
      WHERE NOT EXISTS (
        SELECT FROM aclexplode(r.relacl) AS g
        WHERE g.grantee = r.relowner AND g.privilege_type = d.privilege_type)) END),
    ('persistence', CASE r.relpersistence WHEN 'u' THEN 'unlogged' WHEN 't' THEN 'temporary' END),
    ('row security', CASE WHEN r.relrowsecurity THEN 'enabled' END),
    ('forced row security', CASE WHEN r.relforcerowsecurity THEN 'on' END),
    ('partition by', CASE WHEN r.relkind = 'p' THEN pg_get_partkeydef(r.oid) END),
    ('partition of', (SELECT i.inhparent::regclass::text FROM pg_inherits AS i
                      WHERE i.inhrelid = r.oid AND r.relispartition)),
    ('bound', CASE WHEN r.relispartition THEN pg_get_expr(r.relpartbound, r.oid) END),
    ('inherits', (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno) FROM pg_inherits AS i
                  WHERE i.inhrelid = r.oid AND NOT r.relispartition)),
    ('options', (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(r.reloptions) AS o)),
    ('access method', (SELECT m.amname FROM pg_am AS m WHERE m.oid = r.relam AND m.amname <> 'heap')),
    ('tablespace', (SELECT quote_ident(t.spcname) FROM pg_tablespace AS t WHERE t.oid = r.reltablespace)),
    ('replica identity', CASE r.relreplident WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing' WHEN 'i' THEN 'index' END),
    ('definition', CASE WHEN r.relkind IN ('v', 'm') THEN pg_get_viewdef(r.oid) END),
    ('server', (SELECT quote_ident(s.srvname) FROM pg_foreign_table AS f JOIN pg_foreign_server AS s ON s.oid = f.ftserver
                WHERE f.ftrelid = r.oid)),
    ('comment', obj_description(r.oid, 'pg_class'))
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT r.kind, r.name, 'grant to ' || a.grantee, a.rights
FROM relation AS r
CROSS JOIN LATERAL (
  SELECT CASE g.grantee WHEN 0 THEN 'public' ELSE g.grantee::regrole::text END AS grantee,
    string_agg(g.privilege_type || CASE WHEN g.is_grantable THEN '*' ELSE '' END, ', ' ORDER BY g.privilege_type)
      AS rights
  FROM aclexplode(r.relacl) AS g
  WHERE g.grantee <> r.relowner GROUP BY g.grantee
) AS a
WHERE r.relacl IS NOT NULL
UNION ALL
SELECT 'sequence', r.name, p.key, p.value
FROM relation AS r
JOIN pg_sequence AS s ON s.seqrelid = r.oid
CROSS JOIN LATERAL (
  VALUES
    ('type', s.seqtypid::regtype::text), ('start', s.seqstart::text), ('increment', s.seqincrement::text),
    ('range', s.seqmin || ' to ' || s.seqmax), ('cache', s.seqcache::text), ('cycle', s.seqcycle::text),
    ('owned by', (
      SELECT d.refobjid::regclass || '.' || quote_ident(a.attname)
      FROM pg_depend AS d JOIN pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
        AND d.deptype IN ('a', 'i')))
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT 'column', r.name || '.' || quote_ident(a.attname), p.key, p.value
FROM relation AS r
JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped AND r.relkind <> 'S'
JOIN pg_type AS t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
CROSS JOIN LATERAL (
  VALUES
    ('type', format_type(a.atttypid, a.atttypmod)),
    ('not null', CASE WHEN a.attnotnull THEN 'yes' END),
    ('default', CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END),
    ('generated', CASE WHEN a.attgenerated <> '' THEN
       pg_get_expr(d.adbin, d.adrelid) || CASE a.attgenerated WHEN 's' THEN ' stored' ELSE ' virtual' END END),
    ('identity', CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END),
    ('collation', CASE WHEN a.attcollation <> 0 AND a.attcollation <> t.typcollation
                  THEN a.attcollation::regcollation::text END),
    ('storage', CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text END),
    ('compression', nullif(a.attcompression::text, '')),
    ('statistics', CASE WHEN a.attstattarget >= 0 THEN a.attstattarget::text END),
    ('options', (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(a.attoptions) AS o)),
    ('inherited', CASE WHEN a.attinhcount > 0 THEN CASE WHEN a.attislocal THEN 'and local' ELSE 'yes' END END),
    ('comment', col_description(r.oid, a.attnum))
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT 'column', r.name || '.' || quote_ident(a.attname), 'grant to ' || g.grantee, g.rights
FROM relation AS r
JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attacl IS NOT NULL
CROSS JOIN LATERAL (
  SELECT CASE g.grantee WHEN 0 THEN 'public' ELSE g.grantee::regrole::text END AS grantee,
    string_agg(g.privilege_type || CASE WHEN g.is_grantable THEN '*' ELSE '' END, ', ' ORDER BY g.privilege_type)
      AS rights
  FROM aclexplode(a.attacl) AS g GROUP BY g.grantee
) AS g
UNION ALL
SELECT 'constraint', r.name || ' ' || quote_ident(k.conname), p.key, p.value
FROM relation AS r
JOIN pg_constraint AS k ON k.conrelid = r.oid AND k.contype <> 'n'
CROSS JOIN LATERAL (
  VALUES
    ('definition', pg_get_constraintdef(k.oid)),
    ('inherited', CASE WHEN k.coninhcount > 0 THEN 'yes' END),
    ('comment', obj_description(k.oid, 'pg_constraint'))
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT 'index', quote_ident(n.nspname) || '.' || quote_ident(x.relname), p.key, p.value
FROM relation AS r
JOIN pg_index AS i ON i.indrelid = r.oid
JOIN pg_class AS x ON x.oid = i.indexrelid
JOIN pg_namespace AS n ON n.oid = x.relnamespace
CROSS JOIN LATERAL (
  VALUES
    ('definition', pg_get_indexdef(i.indexrelid)),
    ('valid', CASE WHEN NOT (i.indisvalid AND i.indisready) THEN 'no' END),
    ('clustered', CASE WHEN i.indisclustered THEN 'yes' END),
    ('replica identity', CASE WHEN i.indisreplident THEN 'yes' END),
    ('partition of', (SELECT h.inhparent::regclass::text FROM pg_inherits AS h WHERE h.inhrelid = i.indexrelid)),
    ('comment', obj_description(i.indexrelid, 'pg_class'))
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT 'trigger', r.name || ' ' || quote_ident(t.tgname), p.key, p.value
FROM relation AS r
JOIN pg_trigger AS t ON t.tgrelid = r.oid AND NOT t.tgisinternal
CROSS JOIN LATERAL (
  VALUES
    ('definition', pg_get_triggerdef(t.oid)),
    ('enabled', CASE t.tgenabled WHEN 'D' THEN 'no' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END),
    ('comment', obj_description(t.oid, 'pg_trigger'))
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT 'rule', r.name || ' ' || quote_ident(w.rulename), p.key, p.value
FROM relation AS r
JOIN pg_rewrite AS w ON w.ev_class = r.oid AND w.rulename <> '_RETURN'
CROSS JOIN LATERAL (
  VALUES ('definition', pg_get_ruledef(w.oid)), ('enabled', CASE w.ev_enabled WHEN 'D' THEN 'no' END)
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT 'policy', r.name || ' ' || quote_ident(o.polname), p.key, p.value
FROM relation AS r
JOIN pg_policy AS o ON o.polrelid = r.oid
CROSS JOIN LATERAL (
  VALUES
    ('command', CASE o.polcmd WHEN '*' THEN 'all' WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update'
                ELSE 'delete' END),
    ('restrictive', CASE WHEN NOT o.polpermissive THEN 'yes' END),
    ('roles', (SELECT string_agg(CASE q.id WHEN 0 THEN 'public' ELSE q.id::regrole::text END, ', ' ORDER BY 1)
               FROM unnest(o.polroles) AS q (id))),
    ('using', pg_get_expr(o.polqual, o.polrelid)),
    ('check', pg_get_expr(o.polwithcheck, o.polrelid)),
    ('comment', obj_description(o.oid, 'pg_policy'))
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT 'statistics', quote_ident(n.nspname) || '.' || quote_ident(s.stxname), 'definition',
  pg_get_statisticsobjdef(s.oid)
FROM relation AS r
JOIN pg_statistic_ext AS s ON s.stxrelid = r.oid
JOIN pg_namespace AS n ON n.oid = s.stxnamespace
