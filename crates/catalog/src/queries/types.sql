WITH type AS MATERIALIZED (
  SELECT t.*, quote_ident(n.nspname) || '.' || quote_ident(t.typname) AS name,
    CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range' ELSE 'type' END AS kind
  FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
    AND (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'b' AND t.typelem = 0)
    AND NOT EXISTS (
      SELECT FROM pg_depend AS d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
)
SELECT t.kind, t.name, p.key, p.value
FROM type AS t
CROSS JOIN LATERAL (
  VALUES
    ('owner', t.typowner::regrole::text),
    ('labels', (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
                FROM pg_enum AS e WHERE e.enumtypid = t.oid)),
    ('base', CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END),
    ('not null', CASE WHEN t.typnotnull THEN 'yes' END),
    ('default', t.typdefault),
    ('subtype', (SELECT r.rngsubtype::regtype::text FROM pg_range AS r WHERE r.rngtypid = t.oid)),
    ('comment', obj_description(t.oid, 'pg_type'))
) AS p (key, value)
WHERE p.value IS NOT NULL
UNION ALL
SELECT 'constraint', t.name || ' ' || quote_ident(k.conname), 'definition', pg_get_constraintdef(k.oid)
FROM type AS t JOIN pg_constraint AS k ON k.contypid = t.oid AND k.contype <> 'n'
UNION ALL
SELECT t.kind, t.name, 'grant to ' || a.grantee, a.rights
FROM type AS t
CROSS JOIN LATERAL (
  SELECT CASE g.grantee WHEN 0 THEN 'public' ELSE g.grantee::regrole::text END AS grantee,
    string_agg(g.privilege_type || CASE WHEN g.is_grantable THEN '*' ELSE '' END, ', ' ORDER BY g.privilege_type)
      AS rights
  FROM aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) AS g
  WHERE g.grantee <> t.typowner GROUP BY g.grantee
) AS a
