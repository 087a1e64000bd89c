-- A foreign key to a table of tenants tells which keys exist. It takes a schema to make a table in.
SELECT c.name, m.app, m.act_as, NULL,
  format(E'CREATE TABLE %s.probe (LIKE %s);\n'
    'ALTER TABLE %1$s.probe ADD FOREIGN KEY (%3$s) REFERENCES %2$s (%3$s);',
    quote_ident(w.nspname), c.name, k.columns),
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
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY p.place) AS columns
  FROM pg_index AS i
  CROSS JOIN LATERAL unnest(i.indkey::smallint[]) WITH ORDINALITY AS p (number, place)
  JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = p.number
  WHERE i.indrelid = c.relid AND i.indisunique AND i.indpred IS NULL AND p.place <= i.indnkeyatts
    AND NOT 0 = ANY (i.indkey::smallint[])
  GROUP BY i.indexrelid, i.indisprimary, i.indnkeyatts
  HAVING bool_and(has_column_privilege(m.role, c.relid, a.attnum, 'REFERENCES'))
  ORDER BY i.indnkeyatts, i.indisprimary DESC LIMIT 1
) AS k ON true
WHERE c.relkind IN ('r', 'p') AND NOT pg_has_role(m.role, c.owner, 'USAGE')
