-- Row security does not bind a role with BYPASSRLS.
SELECT quote_ident(r.name), r.app, r.act_as, a.before, a.statement,
  format('The application logs in as %I, which has BYPASSRLS: no policy binds it.', r.name),
  format('ALTER ROLE %I NOBYPASSRLS;', r.name), NULL
FROM reached AS r
LEFT JOIN LATERAL (
  SELECT a.* FROM attack AS a JOIN tenant USING (relid) WHERE a.app = r.app ORDER BY a.place, a.relid LIMIT 1
) AS a ON true
WHERE r.bypassrls AND NOT r.superuser AND r.name = r.app
