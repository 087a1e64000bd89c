-- A session of the application: an application role, or what it has set its role to. A superuser is a finding
-- of its own and would make everything else one.
session AS (
  SELECT DISTINCT r.app, r.act_as, s.oid AS role
  FROM reached AS r JOIN pg_roles AS s ON s.rolname = r.act_as
  WHERE NOT s.rolsuper
),
relation AS (
  SELECT c.oid AS relid, format('%I.%I', n.nspname, c.relname) AS name, c.relname, c.relkind,
    c.relowner AS owner,
    n.oid AS schema, n.nspname, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced, c.relacl,
      c.reloptions,
    c.relispartition AS is_partition, coalesce('security_invoker=true' = ANY (c.reloptions)
      OR 'security_invoker=on' = ANY (c.reloptions) OR 'security_invoker=1' = ANY (c.reloptions),
        false) AS is_invoker
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
    AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead')
    AND NOT EXISTS (
      SELECT FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
        AND d.deptype = 'e')
),
-- What a session may do to a relation, by the whole of it or by columns. Without USAGE on the schema,
-- nothing.
may AS (
  SELECT r.relid, s.app, s.act_as, s.role, v.verb, has_table_privilege(s.role, r.relid, v.verb) AS whole
  FROM relation AS r CROSS JOIN session AS s
  CROSS JOIN unnest(ARRAY['SELECT', 'DELETE', 'UPDATE', 'INSERT', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
    WITH ORDINALITY AS v (verb, place)
  WHERE has_schema_privilege(s.role, r.schema, 'USAGE')
    AND CASE WHEN v.verb IN ('SELECT', 'UPDATE', 'INSERT', 'REFERENCES')
      THEN has_any_column_privilege(s.role, r.relid, v.verb) ELSE has_table_privilege(s.role, r.relid,
        v.verb) END
),
-- The rows of a relation, and the columns that somebody may not touch, spelled out for a statement.
spelled AS (
  SELECT m.relid, m.role, m.verb,
    string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns,
    (array_agg(quote_ident(a.attname) ORDER BY t.tenant_column = a.attname DESC NULLS LAST,
      a.attnum))[1] AS first
  FROM may AS m
  JOIN pg_attribute AS a ON a.attrelid = m.relid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN tenant AS t ON t.relid = m.relid
  WHERE m.verb IN ('SELECT', 'UPDATE', 'INSERT') AND has_column_privilege(m.role, m.relid, a.attnum, m.verb)
    AND (m.verb = 'SELECT' OR a.attgenerated = '' AND a.attidentity <> 'a')
  GROUP BY m.relid, m.role, m.verb
),
-- A statement for each verb. An UPDATE or DELETE reads no column on purpose: one that does is bound by the
-- policies for SELECT too. An INSERT puts a row of another tenant, which the administrator has taken out,
-- back in.
attack AS (
  SELECT m.relid, m.app, m.act_as, m.role, m.verb,
    CASE WHEN m.verb = 'INSERT' THEN format(
      E'CREATE TEMPORARY TABLE probe ON COMMIT DROP AS SELECT * FROM %1$s%2$s LIMIT 1;\n'
      'DELETE FROM %1$s WHERE ctid = (SELECT ctid FROM %1$s%2$s LIMIT 1);\nGRANT SELECT ON probe TO PUBLIC;',
      r.name, (SELECT format(' ORDER BY %I DESC NULLS LAST', t.tenant_column) FROM tenant AS t
        WHERE t.relid = m.relid AND t.tenant_column IS NOT NULL)) END AS before,
    CASE m.verb
      WHEN 'SELECT' THEN format('SELECT %s FROM %s;', CASE WHEN m.whole THEN '*' ELSE s.columns END, r.name)
      WHEN 'UPDATE' THEN format('UPDATE %s SET %s = DEFAULT;', r.name, s.first)
      WHEN 'DELETE' THEN format('DELETE FROM %s;', r.name)
      WHEN 'INSERT' THEN format('INSERT INTO %s (%s) SELECT %2$s FROM probe;', r.name, s.columns)
    END AS statement,
    row_number() OVER (PARTITION BY m.relid ORDER BY
      array_position(ARRAY['SELECT', 'DELETE', 'UPDATE', 'INSERT'], m.verb), m.app, m.act_as) AS place
  FROM may AS m JOIN relation AS r USING (relid) LEFT JOIN spelled AS s USING (relid, role, verb)
  WHERE m.verb IN ('SELECT', 'DELETE', 'UPDATE', 'INSERT')
),
-- Every entry of the access lists, with the statement that takes it back.
granted AS (
  SELECT r.relid, a.grantee, a.privilege_type AS verb,
    format('REVOKE %s ON %s FROM %s;', a.privilege_type, r.name,
      CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END) AS revoke
  FROM relation AS r CROSS JOIN LATERAL aclexplode(r.relacl) AS a
  WHERE a.grantee <> r.owner
  UNION ALL
  SELECT r.relid, a.grantee, a.privilege_type,
    format('REVOKE %s (%I) ON %s FROM %s;', a.privilege_type, c.attname, r.name,
      CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END)
  FROM relation AS r JOIN pg_attribute AS c ON c.attrelid = r.relid AND c.attacl IS NOT NULL
  CROSS JOIN LATERAL aclexplode(c.attacl) AS a
  WHERE a.grantee <> r.owner
),
-- Policies, with what an expression that is left out means.
policy AS (
  SELECT p.oid, p.polrelid AS relid, p.polname AS name, p.polpermissive AS permissive, p.polcmd AS cmd,
    p.polroles AS roles, r.name AS of, t.path, t.tenant_column, t.fence, v.verb, e.part,
    CASE e.part WHEN 'USING' THEN pg_get_expr(p.polqual, p.polrelid)
      ELSE coalesce(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual,
        p.polrelid)) END AS expression,
    e.part = 'WITH CHECK' AND p.polwithcheck IS NULL AS is_implied,
    EXISTS (
      SELECT FROM pg_depend AS d WHERE d.classid = 'pg_policy'::regclass AND d.objid = p.oid
        AND d.refclassid = 'pg_class'::regclass AND d.refobjid = p.polrelid AND d.deptype = 'n') AS reads_row
  FROM pg_policy AS p JOIN relation AS r ON r.relid = p.polrelid JOIN tenant AS t ON t.relid = p.polrelid
  CROSS JOIN (VALUES ('SELECT', 'r', 'USING'), ('INSERT', 'a', 'WITH CHECK'), ('UPDATE', 'w', 'USING'),
    ('UPDATE', 'w', 'WITH CHECK'), ('DELETE', 'd', 'USING')) AS e (verb, cmd, part)
  CROSS JOIN LATERAL (SELECT e.verb) AS v
  WHERE r.secured AND p.polcmd IN (e.cmd::"char", '*')
),
-- Whether an expression of a policy has nothing to do with the session: it neither speaks of the context, nor
-- asks another table or a function of the user's, which may. What admits rows of no tenant only, and what
-- admits none, is no way to rows of another tenant. Nor is what names a tenant, for the roles of that tenant alone.
judged AS (
  SELECT p.*,
    p.expression !~* {context} AND p.expression !~* '\mselect\M' AND p.expression <> 'false'
      AND NOT (coalesce(p.expression ~ ('(^|[^\w])' || p.tenant_column || ' IS NULL'), false)
        AND p.expression !~ '\mOR\M')
      AND NOT coalesce((
        SELECT bool_and(o.tenant IS NOT NULL AND p.expression !~ '\mOR\M'
          AND p.expression ~ ('(^|[^\w])' || p.tenant_column || ' = ' || quote_literal(o.tenant)))
        FROM unnest(p.roles) AS r (role) LEFT JOIN place AS o ON o.what = 'role'
          AND o.name = (SELECT rolname FROM pg_roles WHERE oid = r.role)), false)
      AND NOT EXISTS (
        SELECT FROM pg_depend AS d JOIN pg_proc AS f ON f.oid = d.refobjid
        WHERE d.classid = 'pg_policy'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_proc'::regclass
          AND p.expression ~ ('\m' || f.proname || '\M')) AS is_loose,
    p.expression ~ '^\(?(true|\(?(\d+) = \2\)?)\)?$' AS is_constant,
    p.expression ~ '(^|[^\w.])([a-z_][\w]*) = \2($|[^\w.(])' AS is_tautology
  FROM policy AS p
),
-- The policies that a session meets.
met AS (
  SELECT j.*, s.app, s.act_as, s.role
  FROM judged AS j JOIN may AS s ON s.relid = j.relid AND s.verb = j.verb
  WHERE 0 = ANY (j.roles) OR EXISTS (
    SELECT FROM unnest(j.roles) AS r (role) WHERE r.role <> 0 AND pg_has_role(s.role, r.role, 'USAGE'))
),
-- The loose policies through which a session gets at rows: permissive, and no restrictive policy ties them. A new
-- row of the root is a new tenant, which harms no other.
gap AS (
  SELECT m.*,
    bool_or(m.verb = 'SELECT') OVER (PARTITION BY m.oid, m.role) AS is_read,
    EXISTS (
      SELECT FROM met AS o WHERE o.relid = m.relid AND o.role = m.role AND o.verb = 'SELECT' AND o.permissive
        AND NOT o.is_loose) AS reading_is_tied,
    EXISTS (
      SELECT FROM met AS o WHERE o.relid = m.relid AND o.role = m.role AND o.verb = m.verb AND o.part = m.part
        AND o.permissive AND NOT o.is_loose) AS has_tied_sibling,
    EXISTS (
      SELECT FROM met AS o WHERE o.relid = m.relid AND o.role <> m.role AND o.verb = m.verb AND o.permissive
        AND NOT o.is_loose) AND NOT 0 = ANY (m.roles)
      AND NOT EXISTS (
        SELECT FROM met AS o WHERE o.relid = m.relid AND o.role = m.role AND o.verb = m.verb AND o.permissive
          AND NOT o.is_loose AND NOT 0 = ANY (o.roles)) AS is_of_role,
    EXISTS (
      SELECT FROM judged AS o WHERE o.relid = m.relid AND NOT o.permissive AND NOT o.is_loose
        AND o.verb = m.verb
        AND o.part = m.part) AS is_fenced_elsewhere
  FROM met AS m
  WHERE m.permissive AND m.is_loose AND NOT (m.path = 'root' AND m.verb = 'INSERT') AND NOT EXISTS (
    SELECT FROM met AS o WHERE o.relid = m.relid AND o.role = m.role AND o.verb = m.verb AND o.part = m.part
      AND NOT o.permissive AND NOT o.is_loose)
),
-- Each gap under one name.
named_gap AS (
  SELECT DISTINCT ON (g.oid, g.part, g.kind) g.*, a.before, a.statement
  FROM (
    SELECT g.*, CASE
      WHEN g.is_fenced_elsewhere THEN 'restrictive_wrong_role'
      WHEN g.verb = 'INSERT' AND g.is_implied THEN NULL
      WHEN g.verb = 'UPDATE' AND g.part = 'WITH CHECK' AND g.is_implied THEN NULL
      WHEN g.verb = 'UPDATE' AND g.part = 'WITH CHECK' AND EXISTS (
        SELECT FROM gap AS o WHERE o.oid = g.oid AND o.role = g.role AND o.part = 'USING') THEN NULL
      WHEN g.verb = 'INSERT' AND EXISTS (
        SELECT FROM gap AS o WHERE o.oid = g.oid AND o.role = g.role AND o.part = 'USING') THEN NULL
      WHEN g.verb = 'UPDATE' AND g.part = 'WITH CHECK' THEN 'policy_update_check_weak'
      WHEN g.verb = 'INSERT' THEN 'policy_insert_check_weak'
      WHEN g.verb <> 'SELECT' AND g.is_read THEN NULL
      WHEN g.is_of_role THEN 'policy_role_gap'
      WHEN g.verb <> 'SELECT' AND g.reading_is_tied THEN 'policy_verb_gap'
      WHEN g.is_constant THEN 'policy_always_true'
      WHEN g.is_tautology THEN 'policy_tautology'
      WHEN g.has_tied_sibling THEN 'policy_permissive_or'
      ELSE 'policy_always_true'
    END AS kind
    FROM gap AS g
  ) AS g
  JOIN attack AS a ON a.relid = g.relid AND a.role = g.role AND a.app = g.app AND a.verb = g.verb
  WHERE g.kind IS NOT NULL
  ORDER BY g.oid, g.part, g.kind, array_position(ARRAY['SELECT', 'DELETE', 'UPDATE', 'INSERT'], g.verb), g.app
),
-- Owners of views, functions and rules who read or write the rows of all tenants of a table: no row security,
-- or one that does not bind them.
free AS (
  SELECT r.oid AS role, t.relid
  FROM tenant AS t JOIN relation AS c USING (relid) CROSS JOIN pg_roles AS r
  WHERE c.relkind IN ('r', 'p', 'm', 'f') AND NOT EXISTS (SELECT FROM common AS s WHERE s.relid = t.relid)
    AND (r.oid IN (SELECT owner FROM relation) OR r.oid IN (SELECT proowner FROM pg_proc))
    AND has_any_column_privilege(r.oid, c.relid, 'SELECT, INSERT, UPDATE')
    AND (NOT c.secured OR r.rolsuper OR r.rolbypassrls OR NOT c.forced AND pg_has_role(r.oid, c.owner,
      'USAGE')
      OR EXISTS (
        SELECT FROM pg_policy AS p WHERE p.polrelid = t.relid AND p.polpermissive
          AND pg_get_expr(p.polqual, p.polrelid) = 'true'
          AND (0 = ANY (p.polroles) OR EXISTS (
            SELECT FROM unnest(p.polroles) AS x (role) WHERE x.role <> 0 AND pg_has_role(r.oid, x.role,
              'USAGE')))))
),
-- From a view that a session may use to what it shows, through the views between. What stands directly in a
-- view that is no invoker's is read with the rights of that view's owner, whoever asks.
path AS (
  SELECT v.relid AS view, d.refobjid AS base, v.owner, v.is_invoker, 1 AS depth,
    pg_get_viewdef(v.relid) AS text
  FROM relation AS v JOIN pg_rewrite AS w ON w.ev_class = v.relid AND w.rulename = '_RETURN'
  JOIN pg_depend AS d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
    AND d.refclassid = 'pg_class'::regclass
    AND d.refobjid <> v.relid
  WHERE v.relkind = 'v'
  UNION
  SELECT p.view, d.refobjid, v.owner, v.is_invoker, p.depth + 1, p.text || pg_get_viewdef(v.relid)
  FROM path AS p JOIN relation AS v ON v.relid = p.base AND v.relkind = 'v'
  JOIN pg_rewrite AS w ON w.ev_class = v.relid AND w.rulename = '_RETURN'
  JOIN pg_depend AS d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
    AND d.refclassid = 'pg_class'::regclass
    AND d.refobjid <> v.relid
  WHERE p.depth < 16
),
-- Functions of users: the body without comments, and what it says about its search path.
routine AS (
  SELECT p.oid, p.oid::regprocedure::text AS name, format('%I.%I', n.nspname, p.proname) AS called, p.proname,
    p.proowner AS owner, p.prosecdef AS is_definer, p.proleakproof, p.prorettype, p.pronargs,
      p.pronargdefaults,
    p.prorettype IN ('trigger'::regtype, 'event_trigger'::regtype) AS is_trigger, p.proconfig, p.prokind,
      p.proretset,
    p.proargnames, p.proargtypes, p.prosqlbody IS NOT NULL AS is_parsed, l.lanname,
    regexp_replace(regexp_replace(coalesce(pg_get_function_sqlbody(p.oid), p.prosrc), '--[^\n]*', '', 'g'),
      '/\*.*?\*/', '', 'g') AS body,
    (SELECT split_part(c, '=', 2) FROM unnest(p.proconfig) AS c WHERE c LIKE 'search\_path=%') AS pinned
  FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace JOIN pg_language AS l
    ON l.oid = p.prolang
  WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'bulkhead') AND p.prokind <> 'a'
    AND l.lanname NOT IN ('c', 'internal')
    AND NOT EXISTS (
      SELECT FROM pg_depend AS d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
        AND d.deptype = 'e')
),
-- What a session may call.
callable AS (
  SELECT r.oid, s.app, s.act_as, s.role
  FROM routine AS r JOIN pg_proc AS p ON p.oid = r.oid CROSS JOIN session AS s
  WHERE has_function_privilege(s.role, r.oid, 'EXECUTE') AND has_schema_privilege(s.role, p.pronamespace,
    'USAGE')
),
-- Tables of tenants that a body names.
touched AS (
  SELECT r.oid, t.relid, t.path, t.tenant_column, c.name, bool_or(n.is_written) AS is_written
  FROM routine AS r JOIN named AS n USING (oid)
  JOIN relation AS c ON c.relname = n.relname AND (n.schema IS NULL OR n.schema = c.nspname)
  JOIN tenant AS t USING (relid)
  WHERE NOT EXISTS (SELECT FROM common AS s WHERE s.relid = t.relid)
  GROUP BY r.oid, t.relid, t.path, t.tenant_column, c.name
)
