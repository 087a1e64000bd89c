-- What the system itself does, or forbids, when rows are deleted.
SELECT DISTINCT t.tgname
FROM pg_trigger AS t
WHERE t.tgrelid = {table} AND NOT t.tgisinternal AND t.tgtype & 8 = 8 AND t.tgenabled IN ('O', 'A')
ORDER BY 1
