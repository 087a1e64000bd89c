-- The statements that give a new table what its model has beyond columns: rights, row security, policies, triggers,
-- settings and indexes of its own. A partition can be reached directly, so it must be guarded like its siblings.
-- What the parent hands down (its indexes, keys, row triggers) comes with ATTACH.
WITH model AS (
  SELECT c.*, format('%I.%I', n.nspname, c.relname) AS name, quote_ident(c.relname) || '.' AS prefix
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = {model}::regclass
),
new AS (
  SELECT c.*, format('%I.%I', n.nspname, c.relname) AS name, quote_ident(c.relname) || '.' AS prefix
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = {new}::regclass
),
guard (place, statement) AS (
  -- Default privileges may have given away what the siblings do not.
  SELECT 1, format('REVOKE ALL ON %s FROM %s', new.name, {grantee})
  FROM new, model, aclexplode(coalesce(new.relacl, acldefault('r', new.relowner))) AS acl
  WHERE new.relacl IS NOT NULL OR model.relacl IS NOT NULL
  GROUP BY new.name, acl.grantee
  UNION ALL
  SELECT 2, format('GRANT %s ON %s TO %s%s', acl.privilege_type, new.name, {grantee},
    CASE WHEN acl.is_grantable AND acl.grantee <> model.relowner THEN ' WITH GRANT OPTION' ELSE '' END)
  FROM new, model, aclexplode(coalesce(model.relacl, acldefault('r', model.relowner))) AS acl
  WHERE new.relacl IS NOT NULL OR model.relacl IS NOT NULL
  UNION ALL
  SELECT 2, format('GRANT %s (%I) ON %s TO %s%s', acl.privilege_type, a.attname, new.name, {grantee},
    CASE WHEN acl.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
  FROM new, model
  JOIN pg_attribute AS a ON a.attrelid = model.oid AND a.attnum > 0 AND NOT a.attisdropped
  CROSS JOIN LATERAL aclexplode(a.attacl) AS acl
  UNION ALL
  SELECT 3, format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', new.name) FROM new, model WHERE model.relrowsecurity
  UNION ALL
  SELECT 3, format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', new.name)
  FROM new, model WHERE model.relforcerowsecurity
  UNION ALL
  SELECT 4, format('CREATE POLICY %I ON %s AS %s FOR %s TO %s%s%s', p.polname, new.name,
    CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
    CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
      ELSE 'ALL' END,
    (SELECT string_agg(CASE r.id WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r.id)) END, ', ')
     FROM unnest(p.polroles) AS r (id)),
    -- Inside a subquery the expression names the table that it belongs to.
    ' USING (' || replace(pg_get_expr(p.polqual, p.polrelid), model.prefix, new.prefix) || ')',
    ' WITH CHECK (' || replace(pg_get_expr(p.polwithcheck, p.polrelid), model.prefix, new.prefix) || ')')
  FROM new, model JOIN pg_policy AS p ON p.polrelid = model.oid
  UNION ALL
  SELECT 5, replace(pg_get_triggerdef(t.oid), format(' ON %s ', model.name), format(' ON %s ', new.name))
  FROM new, model JOIN pg_trigger AS t ON t.tgrelid = model.oid
  WHERE NOT t.tgisinternal AND t.tgparentid = 0
    -- Where the parent itself is the model, it hands down its row triggers.
    AND NOT (model.relkind = 'p' AND t.tgtype & 1 = 1)
  UNION ALL
  SELECT 6, format('ALTER TABLE %s %s TRIGGER %I', new.name,
    CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, t.tgname)
  FROM new, model JOIN pg_trigger AS t ON t.tgrelid = model.oid
  WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND NOT (model.relkind = 'p' AND t.tgtype & 1 = 1)
    AND t.tgenabled <> 'O'
  UNION ALL
  SELECT 7, format('ALTER TABLE %s SET (%s)', new.name, string_agg(
    format('%s = %L', split_part(o.setting, '=', 1), substr(o.setting, strpos(o.setting, '=') + 1)), ', '))
  FROM new, model CROSS JOIN LATERAL unnest(model.reloptions) AS o (setting) WHERE model.relkind = 'r'
  GROUP BY new.name
  UNION ALL
  SELECT 7, format('ALTER TABLE %s SET TABLESPACE %I', new.name, s.spcname)
  FROM new, model JOIN pg_tablespace AS s ON s.oid = model.reltablespace
  UNION ALL
  SELECT 7, format('ALTER TABLE %s REPLICA IDENTITY %s', new.name,
    CASE model.relreplident WHEN 'f' THEN 'FULL' ELSE 'NOTHING' END)
  FROM new, model WHERE model.relreplident IN ('f', 'n')
  UNION ALL
  -- Indexes that the siblings have and the parent does not.
  SELECT 8, format('CREATE %sINDEX ON %s%s', CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END, new.name,
    substr(d.text, strpos(d.text, format(' ON %s', model.name)) + length(format(' ON %s', model.name))))
  FROM new, model JOIN pg_index AS i ON i.indrelid = model.oid
  CROSS JOIN LATERAL pg_get_indexdef(i.indexrelid) AS d (text)
  WHERE model.relkind = 'r' AND i.indisvalid
    AND NOT EXISTS (SELECT FROM pg_inherits AS h WHERE h.inhrelid = i.indexrelid)
    AND NOT EXISTS (SELECT FROM pg_constraint AS k WHERE k.conindid = i.indexrelid)
)
SELECT statement FROM guard WHERE statement IS NOT NULL ORDER BY place, statement
