SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), c.relrowsecurity
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND n.nspname !~ '^pg_'
  AND n.nspname NOT IN ('information_schema', 'bulkhead')
  AND NOT (n.nspname = {ledger_schema} AND c.relname = 'schema_migrations')
ORDER BY 1;
