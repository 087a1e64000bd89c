-- A function that runs in the context of a fixed tenant, whoever calls it.
SELECT r.name, c.app, c.act_as, NULL,
  format('SELECT %s(%s);', r.called, (SELECT string_agg('NULL', ', ') FROM generate_series(1, r.pronargs))),
  format('%s sets %s for its body: its caller acts as that tenant.', r.name, {setting}),
  format('ALTER FUNCTION %s RESET %s;', r.name,
    (SELECT string_agg(quote_ident(part), '.') FROM unnest(string_to_array({setting}, '.')) AS part)),
  NULL
FROM routine AS r JOIN callable AS c USING (oid)
WHERE {setting} <> '' AND EXISTS (
  SELECT FROM unnest(r.proconfig) AS k WHERE lower(split_part(k, '=', 1)) = lower({setting})
    AND split_part(k, '=', 2) NOT IN ('', '""'))
