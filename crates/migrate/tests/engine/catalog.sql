-- The shape of a database, one line per object, without anything that differs between two databases built in the
-- same way: no oids, no times, no physical order. Bulkhead's own tables are left out.
WITH namespace AS (
  SELECT oid, nspname, nspowner, nspacl
    FROM pg_namespace
   WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'bulkhead')
),
relation AS (
  SELECT c.*, format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_class AS c
    JOIN namespace AS n ON n.oid = c.relnamespace
   WHERE c.relname !~ '^schema_migrations'
)
SELECT line
  FROM (
    SELECT format('schema %I owner %s grants %s', nspname, nspowner::regrole,
                  (SELECT string_agg(g::text, ' ' ORDER BY g::text) FROM unnest(nspacl) AS g))
      FROM namespace
    UNION ALL
    SELECT format('relation %s kind %s persistence %s owner %s rls %s force %s options %s bound %s grants %s', name,
                  relkind, relpersistence, relowner::regrole, relrowsecurity, relforcerowsecurity, reloptions,
                  pg_get_expr(relpartbound, oid),
                  (SELECT string_agg(g::text, ' ' ORDER BY g::text) FROM unnest(relacl) AS g))
      FROM relation
    UNION ALL
    SELECT format('view %s as %s', name, pg_get_viewdef(oid)) FROM relation WHERE relkind IN ('v', 'm')
    UNION ALL
    SELECT format('column %s.%I number %s type %s not null %s default %s identity %s generated %s grants %s', r.name,
                  a.attname, a.attnum, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                  pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated, a.attacl)
      FROM relation AS r
      JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE r.relkind <> 'i'
    UNION ALL
    SELECT format('constraint %I on %s %s validated %s', k.conname, r.name, pg_get_constraintdef(k.oid), k.convalidated)
      FROM pg_constraint AS k
      JOIN relation AS r ON r.oid = k.conrelid
    UNION ALL
    SELECT format('index %s valid %s ready %s live %s clustered %s', pg_get_indexdef(i.indexrelid), i.indisvalid,
                  i.indisready, i.indislive, i.indisclustered)
      FROM pg_index AS i
      JOIN relation AS r ON r.oid = i.indrelid
    UNION ALL
    SELECT format('invalid index on the TOAST table of %s', r.name)
      FROM pg_index AS i
      JOIN relation AS r ON r.reltoastrelid = i.indrelid
     WHERE NOT i.indisvalid
    UNION ALL
    SELECT format('inherits %s from %s detach pending %s', inhrelid::regclass, inhparent::regclass, inhdetachpending)
      FROM pg_inherits
      JOIN relation AS r ON r.oid = inhrelid
    UNION ALL
    SELECT format('routine %s owner %s grants %s', pg_get_functiondef(p.oid), p.proowner::regrole, p.proacl)
      FROM pg_proc AS p
      JOIN namespace AS n ON n.oid = p.pronamespace
     WHERE p.prokind IN ('f', 'p')
    UNION ALL
    SELECT format('trigger %s on %s %s enabled %s', t.tgname, r.name, pg_get_triggerdef(t.oid), t.tgenabled)
      FROM pg_trigger AS t
      JOIN relation AS r ON r.oid = t.tgrelid
     WHERE NOT t.tgisinternal
    UNION ALL
    SELECT format('policy %I on %s command %s permissive %s roles %s using %s check %s', p.polname, r.name, p.polcmd,
                  p.polpermissive, p.polroles::regrole[], pg_get_expr(p.polqual, p.polrelid),
                  pg_get_expr(p.polwithcheck, p.polrelid))
      FROM pg_policy AS p
      JOIN relation AS r ON r.oid = p.polrelid
    UNION ALL
    SELECT format('type %I.%I kind %s owner %s base %s', n.nspname, t.typname, t.typtype, t.typowner::regrole,
                  format_type(t.typbasetype, t.typtypmod))
      FROM pg_type AS t
      JOIN namespace AS n ON n.oid = t.typnamespace
     WHERE t.typname !~ '^_?schema_migrations'
    UNION ALL
    SELECT format('label %L of %s place %s', e.enumlabel, e.enumtypid::regtype,
                  row_number() OVER (PARTITION BY e.enumtypid ORDER BY e.enumsortorder))
      FROM pg_enum AS e
    UNION ALL
    SELECT format('comment on %s %s: %s', d.classoid::regclass, r.name, d.description)
      FROM pg_description AS d
      JOIN relation AS r ON r.oid = d.objoid AND d.classoid = 'pg_class'::regclass
    UNION ALL
    SELECT format('default privileges of %s in %s for %s: %s', defaclrole::regrole, defaclnamespace::regnamespace,
                  defaclobjtype, defaclacl)
      FROM pg_default_acl
    UNION ALL
    SELECT format('extension %s', extname) FROM pg_extension
  ) AS shape (line)
 ORDER BY line COLLATE "C"
