SELECT p.polrelid, p.polname, p.polpermissive, p.polcmd,
  (SELECT string_agg(r::text, ',') FROM unnest(p.polroles) AS r WHERE r <> 0),
  pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)
FROM pg_policy AS p ORDER BY p.polrelid, p.polname
