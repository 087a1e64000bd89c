-- A setter whose context outlives the transaction: a pool hands it to the next request.
SELECT r.name, c.app, c.act_as, NULL,
  format('SELECT %s(%s);', r.called, (SELECT string_agg('NULL', ', ') FROM generate_series(1, r.pronargs))),
  format('%s sets %s for the whole session.', r.name, {setting}),
  regexp_replace(regexp_replace(pg_get_functiondef(r.oid),
    '(set_config\s*\(\s*''' || replace({setting}, '.', '\.')
      || '''[^;]*,\s*(is_local\s*=>\s*)?)false(\s*\))', '\1true\3',
    'gi'), '\mset\s+(session\s+)?("?' || replace({setting}, '.', '"?\."?') || '"?\s*(=|to\M))',
      'SET LOCAL \2', 'gi')
    || ';', NULL
FROM routine AS r JOIN callable AS c USING (oid)
WHERE {setting} <> '' AND (
  r.body ~* ('set_config\s*\(\s*''' || replace({setting}, '.', '\.')
    || '''[^;]*,\s*(is_local\s*=>\s*)?false\s*\)')
  OR r.body ~* ('\mset\s+(session\s+)?"?' || replace({setting}, '.', '"?\."?') || '"?\s*(=|to)\M'))
