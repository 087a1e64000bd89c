-- Subscribers get rows without regard to policies.
SELECT format('%I in %s', p.tablename, p.pubname), NULL, NULL, NULL,
  format('SELECT * FROM pg_publication_tables WHERE pubname = %L;', p.pubname),
  format('Publication %I sends the rows of all tenants of %s; policies do not bind a subscriber.', p.pubname,
    c.name),
  CASE WHEN b.puballtables OR EXISTS (SELECT FROM pg_publication_namespace AS n WHERE n.pnpubid = b.oid)
    THEN format('DROP PUBLICATION %I;', p.pubname)
    ELSE format('ALTER PUBLICATION %I DROP TABLE %s;', p.pubname, c.name) END,
  NULL
FROM pg_publication_tables AS p JOIN pg_publication AS b ON b.pubname = p.pubname
JOIN relation AS c ON c.nspname = p.schemaname AND c.relname = p.tablename JOIN tenant USING (relid)
WHERE p.rowfilter IS NULL
