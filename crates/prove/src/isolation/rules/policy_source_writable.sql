-- Who may write what the policies ask admits himself: the table of memberships, or another that a policy
-- looks into.
SELECT c.name, w.app, w.act_as,
  CASE WHEN NOT c.secured THEN a.before ELSE format(
    E'CREATE TEMPORARY TABLE other ON COMMIT DROP AS SELECT * FROM %1$s ORDER BY %2$I DESC NULLS LAST LIMIT 1;\n'
    'CREATE TEMPORARY TABLE mine ON COMMIT DROP AS SELECT * FROM %1$s ORDER BY %3$I LIMIT 1;\n'
    'GRANT SELECT ON other, mine TO PUBLIC;', c.name, coalesce(m.tenant_column, t.tenant_column),
    coalesce(m.user_column, t.tenant_column)) END,
  CASE WHEN NOT c.secured THEN a.statement
    WHEN w.verb = 'UPDATE' THEN format('UPDATE %s SET %I = (SELECT %2$I FROM other);', c.name,
      coalesce(m.tenant_column, t.tenant_column))
    ELSE format('INSERT INTO %s (%s) SELECT %s FROM mine CROSS JOIN other;', c.name, copied.names, copied.sources) END,
  format('The policies ask %s, and %I may %s it%s.', c.name, w.act_as, w.verb,
    CASE WHEN c.secured THEN ' for any tenant' ELSE ' freely' END),
  (SELECT string_agg(DISTINCT g.revoke, E'\n') FROM granted AS g
   WHERE g.relid = c.relid AND g.verb IN ('INSERT', 'UPDATE') AND (g.grantee = 0 OR EXISTS (
     SELECT FROM session AS s WHERE pg_has_role(s.role, g.grantee, 'USAGE')))),
  NULL
FROM relation AS c JOIN may AS w ON w.relid = c.relid AND w.verb IN ('INSERT', 'UPDATE')
LEFT JOIN attack AS a ON a.relid = c.relid AND a.role = w.role AND a.app = w.app AND a.verb = w.verb
LEFT JOIN membership AS m ON m.relid = c.relid LEFT JOIN tenant AS t ON t.relid = c.relid
-- A membership of one's own in the other's tenant.
CROSS JOIN LATERAL (
  SELECT string_agg(quote_ident(n.attname), ', ' ORDER BY n.attnum) AS names,
    string_agg(CASE WHEN n.attname = coalesce(m.tenant_column, t.tenant_column) THEN 'other.' ELSE 'mine.' END
      || quote_ident(n.attname), ', ' ORDER BY n.attnum) AS sources
  FROM pg_attribute AS n
  WHERE n.attrelid = c.relid AND n.attnum > 0 AND NOT n.attisdropped AND n.attgenerated = ''
    AND (n.attname IN (m.tenant_column, t.tenant_column, m.user_column) OR NOT n.atthasdef AND n.attidentity = '')
    AND has_column_privilege(w.role, c.relid, n.attnum, 'INSERT')
) AS copied
WHERE c.relkind IN ('r', 'p')
  AND (m.relid IS NOT NULL OR EXISTS (
    SELECT FROM policy AS p
    JOIN pg_depend AS d ON d.classid = 'pg_policy'::regclass AND d.objid = p.oid
      AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> p.relid
    WHERE d.refobjid = c.relid))
  AND CASE WHEN NOT c.secured THEN true
    ELSE EXISTS (
      SELECT FROM policy AS p
      WHERE p.relid = c.relid AND p.verb = w.verb AND p.part = 'WITH CHECK' AND p.permissive
        AND p.expression !~ ('\m' || coalesce(m.tenant_column, t.tenant_column) || '\M')
        AND coalesce(m.tenant_column, t.tenant_column) IS NOT NULL
        AND (m.relid IS NOT NULL OR t.path = 'column')
        AND has_column_privilege(w.role, c.relid, coalesce(m.tenant_column, t.tenant_column), w.verb)
        AND (0 = ANY (p.roles) OR EXISTS (
          SELECT FROM unnest(p.roles) AS r (role) WHERE r.role <> 0 AND pg_has_role(w.role, r.role,
            'USAGE'))))
    END
