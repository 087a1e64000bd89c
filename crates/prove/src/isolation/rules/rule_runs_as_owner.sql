-- A rule acts with the rights of its table's owner on a row that the caller names.
SELECT format('%I on %s', w.rulename, c.name), m.app, m.act_as, NULL,
  CASE m.verb WHEN 'DELETE' THEN format('DELETE FROM %s;', c.name)
    WHEN 'UPDATE' THEN format('UPDATE %s SET %s = DEFAULT;', c.name, s.first)
    ELSE format('INSERT INTO %s (%s) VALUES (DEFAULT);', c.name, s.first) END,
  format('Rule %I on %s reaches %s with the rights of %I, whom its row security does not bind.', w.rulename,
    c.name,
    b.name, pg_get_userbyid(c.owner)),
  format('DROP RULE %I ON %s;', w.rulename, c.name), NULL
FROM pg_rewrite AS w JOIN relation AS c ON c.relid = w.ev_class
JOIN may AS m ON m.relid = c.relid
  AND m.verb = CASE w.ev_type WHEN '2' THEN 'UPDATE' WHEN '3' THEN 'INSERT' WHEN '4' THEN 'DELETE' END
LEFT JOIN spelled AS s ON s.relid = c.relid AND s.role = m.role AND s.verb = m.verb
JOIN pg_depend AS d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refobjid <> c.relid
JOIN relation AS b ON b.relid = d.refobjid
JOIN free AS f ON f.role = c.owner AND f.relid = b.relid
LEFT JOIN tenant AS t ON t.relid = c.relid
CROSS JOIN LATERAL substring(pg_get_ruledef(w.oid) FROM '\mDO\M(.*)$') AS action
WHERE w.rulename <> '_RETURN' AND pg_get_ruledef(w.oid) !~* {context}
  -- What is written down besides, of a row that the table's own policies let through, is written down for its tenant.
  AND NOT coalesce(action ~* 'INSERT INTO' AND action !~* '\m(INSTEAD|SELECT|UPDATE|DELETE)\M'
    AND action ~* format('\m(old|new)\.%I\M', t.tenant_column), false)
