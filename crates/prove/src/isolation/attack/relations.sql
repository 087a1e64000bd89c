SELECT c.oid, pg_get_userbyid(c.relowner), c.relrowsecurity, c.relforcerowsecurity, c.relispartition,
  (SELECT string_agg(i.inhparent::oid::text, ',') FROM pg_inherits AS i WHERE i.inhrelid = c.oid),
  coalesce((SELECT o.option_value::boolean FROM pg_options_to_table(c.reloptions) AS o
            WHERE o.option_name = 'security_invoker'), false),
  EXISTS (
    SELECT FROM pg_trigger AS t
    WHERE t.tgrelid = c.oid AND t.tgenabled IN ('A', 'R') AND NOT t.tgisinternal),
  -- INSTEAD OF triggers, as bits: INSERT 4, DELETE 8, UPDATE 16.
  coalesce((SELECT bit_or(t.tgtype) FROM pg_trigger AS t WHERE t.tgrelid = c.oid AND t.tgtype & 64 = 64), 0),
  -- Whether rules write beside what is written, and no trigger does.
  c.relkind IN ('r', 'p') AND c.relhasrules
    AND NOT EXISTS (SELECT FROM pg_trigger AS t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal)
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
