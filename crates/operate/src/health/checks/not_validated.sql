-- From PostgreSQL 18 on a constraint can be declared without being enforced; that one cannot be validated.
SELECT coalesce(format('%I.%I', n.nspname, c.relname), k.contypid::regtype::text), quote_ident(k.conname),
  CASE k.contype WHEN 'f' THEN 'foreign key' WHEN 'n' THEN 'not null' ELSE 'check' END,
  format('ALTER %s %s VALIDATE CONSTRAINT %I;', CASE WHEN k.conrelid = 0 THEN 'DOMAIN' ELSE 'TABLE' END,
    coalesce(format('%I.%I', n.nspname, c.relname), k.contypid::regtype::text), k.conname)
FROM pg_constraint AS k
LEFT JOIN pg_class AS c ON c.oid = k.conrelid
LEFT JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE NOT k.convalidated AND k.conparentid = 0
  AND coalesce((to_jsonb(k) ->> 'conenforced')::bool, true)
ORDER BY 1, 2;
