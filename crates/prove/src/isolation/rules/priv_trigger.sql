-- A trigger of the application's own sees what other tenants write, and changes it.
SELECT c.name, m.app, m.act_as, NULL,
  format(E'CREATE FUNCTION pg_temp.peek() RETURNS trigger LANGUAGE plpgsql AS\n'
    '$$BEGIN RAISE NOTICE ''%%'', NEW; RETURN NEW; END$$;\n'
    'CREATE TRIGGER peek BEFORE INSERT OR UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION pg_temp.peek();',
      c.name),
  format('%I may put triggers on %s, which see what other tenants write.', m.act_as, c.name),
  (SELECT string_agg(DISTINCT g.revoke, E'\n') FROM granted AS g
   WHERE g.relid = c.relid AND g.verb = 'TRIGGER' AND (g.grantee = 0 OR pg_has_role(m.role, g.grantee,
     'USAGE'))),
  NULL
FROM tenant AS t JOIN relation AS c USING (relid) JOIN may AS m ON m.relid = c.relid AND m.verb = 'TRIGGER'
WHERE c.relkind IN ('r', 'p') AND NOT pg_has_role(m.role, c.owner, 'USAGE')
