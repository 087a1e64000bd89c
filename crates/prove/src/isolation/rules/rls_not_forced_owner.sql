-- Row security that is not forced does not bind the owner.
SELECT c.name, r.app, r.act_as, NULL, format('SELECT * FROM %s;', c.name),
  format('%I owns %s, and its row security is not forced: no policy binds the owner.', r.name, c.name),
  format(E'ALTER TABLE %s OWNER TO CURRENT_USER;\nGRANT SELECT, INSERT, UPDATE, DELETE ON %1$s TO %2$I;\n'
    'ALTER TABLE %1$s FORCE ROW LEVEL SECURITY;', c.name, r.name),
  NULL
FROM reached AS r JOIN relation AS c ON c.owner = r.oid AND c.secured AND NOT c.forced
  JOIN tenant USING (relid)
WHERE r.name = r.app AND NOT r.superuser AND c.relkind IN ('r', 'p')
