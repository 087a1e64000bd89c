-- A definer's function whose names are looked up where the caller can put others: temporary tables come first
-- unless pg_temp stands last, and without a path of its own it is the caller's.
SELECT r.name, c.app, c.act_as, NULL,
  -- With the columns spelled out, for LIKE takes the right to read.
  format(E'CREATE TEMPORARY TABLE %I (%s);\nGRANT ALL ON %1$I TO PUBLIC;\n%3$s', k.relname,
    (SELECT string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum)
     FROM pg_attribute AS a WHERE a.attrelid = k.relid AND a.attnum > 0 AND NOT a.attisdropped),
    CASE WHEN r.is_trigger THEN '-- The next write that fires the trigger meets this table.'
      ELSE format('SELECT %s(%s);', r.called,
        (SELECT string_agg(format('NULL::%s', format_type(a.type, NULL)), ', ' ORDER BY a.place)
         FROM unnest(r.proargtypes) WITH ORDINALITY AS a (type, place))) END),
  format('%s runs as %I and takes %s from the search path, which is %s: '
    'a temporary table of that name comes first.',
    r.name, pg_get_userbyid(r.owner), k.relname, coalesce(r.pinned, 'the caller''s')),
  format('ALTER FUNCTION %s SET search_path = %s, pg_temp;', r.name, coalesce(
    nullif(nullif(r.pinned, '""'), ''),
    (SELECT string_agg(DISTINCT quote_ident(o.nspname), ', ') FROM named AS m JOIN relation AS o USING (relname)
     WHERE m.oid = r.oid AND m.schema IS NULL))),
  NULL
FROM routine AS r JOIN named AS n ON n.oid = r.oid AND n.schema IS NULL JOIN relation AS k ON k.relname = n.relname
-- The right to call the function of a trigger is of no use: it runs for who may write to the table, or calls a
-- definer's function that does.
JOIN (
  SELECT c.oid, c.app, c.act_as, c.role FROM callable AS c JOIN routine AS r USING (oid) WHERE NOT r.is_trigger
  UNION ALL
  SELECT g.tgfoid, m.app, m.act_as, m.role FROM pg_trigger AS g JOIN may AS m ON m.relid = g.tgrelid
  WHERE NOT g.tgisinternal AND g.tgenabled <> 'D' AND (
    m.verb = 'INSERT' AND g.tgtype & 4 <> 0 OR m.verb = 'DELETE' AND g.tgtype & 8 <> 0
    OR m.verb = 'UPDATE' AND g.tgtype & 16 <> 0)
  UNION ALL
  SELECT g.tgfoid, c.app, c.act_as, c.role FROM pg_trigger AS g JOIN relation AS t ON t.relid = g.tgrelid
  JOIN named AS w ON w.relname = t.relname AND w.is_written AND (w.schema IS NULL OR w.schema = t.nspname)
  JOIN routine AS f ON f.oid = w.oid AND f.is_definer AND NOT f.is_trigger JOIN callable AS c ON c.oid = f.oid
  WHERE NOT g.tgisinternal AND g.tgenabled <> 'D'
) AS c ON c.oid = r.oid
WHERE r.is_definer AND NOT r.is_parsed AND coalesce(r.pinned, '') !~ 'pg_temp'
  AND has_database_privilege(c.role, current_database(), 'TEMPORARY')
