-- A definer's function whose names are looked up where the caller can put others: temporary tables come first
-- unless pg_temp stands last, and without a path of its own it is the caller's.
SELECT r.name, c.app, c.act_as, NULL,
  format(E'CREATE TEMPORARY TABLE %I (LIKE %s);\nGRANT ALL ON %1$I TO PUBLIC;\n%3$s', k.relname, k.name,
    CASE WHEN r.is_trigger THEN '-- The next write that fires the trigger meets this table.'
      ELSE format('SELECT %s(%s);', r.called,
        (SELECT string_agg(format('NULL::%s', format_type(a.type, NULL)), ', ' ORDER BY a.place)
         FROM unnest(r.proargtypes) WITH ORDINALITY AS a (type, place))) END),
  format('%s runs as %I and takes %s from the search path, which is %s: '
    'a temporary table of that name comes first.',
    r.name, pg_get_userbyid(r.owner), k.relname, coalesce(r.pinned, 'the caller''s')),
  format('ALTER FUNCTION %s SET search_path = %s, pg_temp;', r.name, coalesce(
    nullif(nullif(r.pinned, '""'), ''),
    (SELECT string_agg(quote_ident(nspname), ', ') FROM (
      SELECT DISTINCT o.nspname FROM relation AS o
      WHERE r.body ~* ('\m(from|join|into|update)\s+(only\s+)?"?' || o.relname || '"?($|[^\w.])')) AS o))),
  NULL
FROM routine AS r JOIN relation AS k
  ON r.body ~* ('\m(from|join|into|update)\s+(only\s+)?"?' || k.relname || '"?($|[^\w.(])')
JOIN (
  SELECT oid, app, act_as, role FROM callable
  UNION ALL
  SELECT g.tgfoid, m.app, m.act_as, m.role FROM pg_trigger AS g JOIN may AS m ON m.relid = g.tgrelid
  WHERE m.verb IN ('INSERT', 'UPDATE', 'DELETE') AND NOT g.tgisinternal
) AS c ON c.oid = r.oid
WHERE r.is_definer AND NOT r.is_parsed AND coalesce(r.pinned, '') !~ 'pg_temp'
  AND has_database_privilege(c.role, current_database(), 'TEMPORARY')
