-- Triggers and rules of tables, with when they fire, what they do and whether that is done with an owner's rights.
SELECT relation, string_agg(said, E'\n'), bool_or(definer)
FROM (
  SELECT t.tgrelid, pg_get_triggerdef(t.oid) || E'\n' || p.prosrc, p.prosecdef
  FROM pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid
  WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgparentid = 0
  UNION ALL
  SELECT r.ev_class, pg_get_ruledef(r.oid), true
  FROM pg_rewrite AS r JOIN pg_class AS c ON c.oid = r.ev_class
  WHERE c.relkind IN ('r', 'p') AND r.ev_type <> '1' AND r.ev_enabled IN ('O', 'A')
    AND c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
) AS made (relation, said, definer)
GROUP BY relation
ORDER BY 1
