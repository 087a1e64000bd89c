-- A context that every new session has is the context of one tenant for all.
SELECT format('%s of %s', {setting}, coalesce(r.rolname, d.datname)), s.app, s.act_as, NULL,
  format('SHOW %s;', {setting}),
  format('Every new session of %s starts as a tenant: %s.', coalesce(r.rolname, d.datname), x.entry),
  format('ALTER %s RESET %s;',
    CASE WHEN r.oid IS NULL THEN format('DATABASE %I', d.datname)
      WHEN d.oid IS NULL THEN format('ROLE %I', r.rolname) ELSE format('ROLE %I IN DATABASE %I', r.rolname,
        d.datname) END,
    (SELECT string_agg(quote_ident(part), '.') FROM unnest(string_to_array({setting}, '.')) AS part)),
  NULL
FROM pg_db_role_setting AS k CROSS JOIN LATERAL unnest(k.setconfig) AS x (entry)
LEFT JOIN pg_roles AS r ON r.oid = k.setrole LEFT JOIN pg_database AS d ON d.oid = k.setdatabase
JOIN session AS s ON k.setrole = 0 OR r.rolname = s.app
WHERE {setting} <> '' AND lower(split_part(x.entry, '=', 1)) = lower({setting})
  AND split_part(x.entry, '=', 2) NOT IN ('', '""')
  AND (k.setdatabase = 0 OR d.datname = current_database())
