-- Triggers of tables, with when they fire, what their functions do and whether one has its owner's rights.
SELECT t.tgrelid, string_agg(pg_get_triggerdef(t.oid) || E'\n' || p.prosrc, E'\n'), bool_or(p.prosecdef)
FROM pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid
WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgparentid = 0
GROUP BY t.tgrelid
ORDER BY 1
