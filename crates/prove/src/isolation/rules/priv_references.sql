-- A foreign key to a table of tenants tells which keys exist. It takes a schema to make a table in.
SELECT c.name, m.app, m.act_as, NULL,
  format(E'CREATE TABLE %s.probe (LIKE %s);\n'
    'ALTER TABLE %1$s.probe ADD FOREIGN KEY (%3$I) REFERENCES %2$s (%3$I);',
    quote_ident(w.nspname), c.name, k.attname),
  format('%I may make foreign keys to %s, which tell what keys other tenants have.', m.act_as, c.name),
  (SELECT string_agg(DISTINCT g.revoke, E'\n') FROM granted AS g
   WHERE g.relid = c.relid AND g.verb = 'REFERENCES' AND (g.grantee = 0 OR pg_has_role(m.role, g.grantee,
     'USAGE'))),
  NULL
FROM tenant AS t JOIN relation AS c USING (relid) JOIN may AS m ON m.relid = c.relid AND m.verb = 'REFERENCES'
JOIN LATERAL (
  SELECT n.nspname FROM pg_namespace AS n
  WHERE n.nspname !~ '^pg_' AND has_schema_privilege(m.role, n.oid, 'CREATE, USAGE')
    AND has_schema_privilege(m.role, n.oid, 'CREATE')
  ORDER BY 1 LIMIT 1
) AS w ON true
JOIN LATERAL (
  SELECT a.attname FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid
    AND a.attnum = i.indkey[0]
  WHERE i.indrelid = c.relid AND i.indisunique AND i.indnkeyatts = 1
    AND has_column_privilege(m.role, c.relid, a.attnum, 'REFERENCES')
  ORDER BY i.indisprimary DESC LIMIT 1
) AS k ON true
WHERE c.relkind IN ('r', 'p') AND NOT pg_has_role(m.role, c.owner, 'USAGE')
