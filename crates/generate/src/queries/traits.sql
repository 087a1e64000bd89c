-- What decides how many rows a table gets: name, whether it is partitioned, whether it has triggers for each row.
SELECT
  n.nspname || '.' || c.relname,
  c.relkind = 'p',
  EXISTS (
    SELECT FROM pg_trigger AS t
    -- 1 is FOR EACH ROW, 4 is INSERT.
    WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgtype & 5 = 5)
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p')
