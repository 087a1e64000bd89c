-- Every login reads the catalog: the settings of roles and of the database, and the texts of functions, views,
-- policies and triggers. A secret that stands there is everybody's. What it is, is not told again.
SELECT DISTINCT ON (h.object) h.object, s.app, s.act_as, NULL, h.statement, h.observed, h.fix, NULL
FROM (
  SELECT format('%s of %s', x.name, w.whose) AS object, 'pg_db_role_setting' AS catalog,
    format('SELECT setconfig FROM pg_db_role_setting WHERE setrole = %s;', CASE WHEN r.oid IS NULL THEN '0'
      ELSE format('(SELECT oid FROM pg_roles WHERE rolname = %L)', r.rolname) END) AS statement,
    format('The setting %s of %s holds what its name calls a secret (%s…), and every login reads '
      'pg_db_role_setting.', x.name, w.whose, left(x.value, 2)) AS observed,
    CASE WHEN k.setdatabase = 0 THEN format('ALTER ROLE %s RESET %s;', coalesce(quote_ident(r.rolname), 'ALL'), x.quoted)
      ELSE format('DO $$ BEGIN EXECUTE format(''ALTER %s %%I RESET %s'', current_database()); END $$;',
        coalesce('ROLE ' || quote_ident(r.rolname) || ' IN DATABASE', 'DATABASE'), x.quoted) END AS fix
  FROM pg_db_role_setting AS k LEFT JOIN pg_roles AS r ON r.oid = k.setrole
  CROSS JOIN LATERAL (SELECT coalesce(quote_ident(r.rolname), 'the database') AS whose) AS w
  CROSS JOIN LATERAL (
    SELECT split_part(c, '=', 1) AS name, substr(c, strpos(c, '=') + 1) AS value,
      (SELECT string_agg(quote_ident(part), '.')
       FROM unnest(string_to_array(split_part(c, '=', 1), '.')) AS part) AS quoted
    FROM unnest(k.setconfig) AS c) AS x
  WHERE x.name LIKE '%.%' AND lower(x.name) <> lower({setting})
    AND lower(x.name) ~ ('(secret|passw(or)?d|passphrase|pepper|api_?key|private_?key'
      '|(^|[._])(key|token|credentials?))(_?(value|text|hex|b64|base64|\d+))?$')
    AND lower(x.name) !~ '(public|tenant|partition|sort|primary|foreign|cache|lock)_?key'
    AND length(x.value) >= 6 AND x.value !~ '^(/|\d+$|[a-z_]+(\.[a-z_]+)+$)'
    AND NOT EXISTS (SELECT FROM place AS p WHERE x.value IN (p.tenant, p.name))
    AND (k.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
      -- Roles are common to all databases of a server: those count that have to do with this one.
      OR k.setdatabase = 0 AND (EXISTS (SELECT FROM reached AS o WHERE r.rolname IN (o.name, o.app, o.act_as))
        OR EXISTS (SELECT FROM place AS p WHERE p.what = 'role' AND p.name = r.rolname)
        OR EXISTS (
          SELECT FROM pg_shdepend AS d JOIN pg_database AS b ON b.oid = d.dbid
          WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid
            AND b.datname = current_database())))
  UNION ALL
  SELECT t.object, t.catalog, t.statement,
    format('The text of %s has a literal that is %s (%s…), and every login reads %s.', t.object,
      coalesce('called ' || nullif(l.name, ''), 'a key or a password'), left(l.literal, 2), t.catalog),
    '-- Take the secret out of the text and make a new one: keep it outside of the database, or in a table '
    'that only the function''s owner reads.'
  FROM (
    SELECT r.name AS object, r.proname AS called, 'pg_proc' AS catalog, r.body AS text, format(
      'SELECT pg_get_functiondef(p.oid) FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace '
      'WHERE n.nspname = %L AND p.proname = %L;', n.nspname, r.proname) AS statement
    FROM routine AS r JOIN pg_proc AS p USING (oid) JOIN pg_namespace AS n ON n.oid = p.pronamespace
    UNION ALL
    SELECT c.name, NULL, 'pg_rewrite', pg_get_viewdef(c.relid), format(
      'SELECT pg_get_viewdef(c.oid) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace '
      'WHERE n.nspname = %L AND c.relname = %L;', c.nspname, c.relname)
    FROM relation AS c WHERE c.relkind IN ('v', 'm')
    UNION ALL
    SELECT format('%I on %s', p.polname, c.name), NULL, 'pg_policy',
      concat_ws(E'\n', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)), format(
      'SELECT qual, with_check FROM pg_policies WHERE schemaname = %L AND tablename = %L AND policyname = %L;',
      c.nspname, c.relname, p.polname)
    FROM pg_policy AS p JOIN relation AS c ON c.relid = p.polrelid
    UNION ALL
    SELECT format('%I on %s', g.tgname, c.name), NULL, 'pg_trigger', pg_get_triggerdef(g.oid), format(
      'SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = %L;', g.tgname)
    FROM pg_trigger AS g JOIN relation AS c ON c.relid = g.tgrelid WHERE NOT g.tgisinternal
  ) AS t
  CROSS JOIN LATERAL (
    -- Compared with, assigned or given by default: name = 'literal', 'literal' = name, name text := 'literal'.
    SELECT m[1] AS name, m[2] AS literal, false AS is_certain
    FROM regexp_matches(t.text, '(\w*(?:secret|passw(?:or)?d|passphrase|pepper|token|key|credentials?))'
      '"?''?(?:,\s*true)?\)?(?:::\w+)?\s*(?:constant\s+)?(?:text|varchar|character varying)?\s*'
      '(?::?=|<>|!=|\mdefault\M|is (?:not )?distinct from)\s*\(?e?''([^'']+)''', 'gi') AS m
    UNION ALL
    SELECT m[2], m[1], false
    FROM regexp_matches(t.text, '''([^'']+)''(?:::\w+)?\s*(?:=|<>|!=)\s*\(?(?:\w+\.)?"?'
      '(\w*(?:secret|passw(?:or)?d|passphrase|pepper|token|key|credentials?))\M', 'gi') AS m
    UNION ALL
    -- A pair, as in a document or a setting.
    SELECT m[1], m[2], false
    FROM regexp_matches(t.text, '''([\w.-]*(?:secret|passw(?:or)?d|passphrase|token|key|authorization))'''
      '(?:::\w+)?\s*,\s*''([^'']+)''', 'gi') AS m
    UNION ALL
    SELECT m[1] || '''s key', m[2], true
    FROM regexp_matches(t.text, '\m(hmac|pgp_sym_(?:en|de)crypt(?:_bytea)?|(?:en|de)crypt(?:_iv)?)\s*\([^;'']*,\s*'
      '(?:convert_to\(|decode\()?e?''([^'']+)''', 'gi') AS m
    UNION ALL
    SELECT '', m[1], false
    FROM regexp_matches(t.text, '\m(?:bearer|basic)\s+([\w.~+/=-]{8,})', 'gi') AS m
    UNION ALL
    SELECT 'password', m[1], false
    FROM regexp_matches(t.text, '(?:\mpassword\s*=\s*|://\w+:)([^\s''%@]{4,})', 'gi') AS m
    UNION ALL
    -- A function that is nothing but a name for it.
    SELECT t.called, m[1], false
    FROM regexp_matches(t.text, '^\s*(?:begin\s+)?(?:select|return)\s+\(?e?''([^'']+)''(?:::\w+)?\)?\s*;?\s*'
      '(?:end\s*;?\s*)?$', 'i') AS m
    WHERE t.called ~* '(secret|passw(or)?d|passphrase|pepper|token|key|credentials?)$'
  ) AS l
  -- Names of things, constants of a type, dates, numbers and ids are no secrets; nor are keys of another kind.
  WHERE length(l.literal) >= 6 AND l.literal !~ '\s|%|^[a-z]+([_.][a-z]+)*$|^[A-Z]+(_[A-Z]+)*$|^\d+$|^\d{4}-\d\d-\d\d'
    AND (l.is_certain AND l.literal !~* '^(sha|md5|aes|bf|hs|rs|utf|base64|cipher|compress|s2k)'
      OR NOT l.is_certain AND lower(l.name) <> 'key'
      AND lower(l.name) !~ ('(public|tenant|partition|sort|primary|foreign|unique|cache|lock|config|setting|'
        'object|file|storage|event|routing|idempotency|i18n|message|map|dedup|search|natural|business)_?key$')
      AND (l.name !~* '(key|token)$' OR l.name ~* 'api_?key$' OR l.literal ~ '[A-Z0-9]'
        OR l.literal ~* 'secret|key|token|passw')
      AND (l.name !~* 'key$' OR l.literal !~* '^[0-9a-f]{8}-[0-9a-f]{4}-'))
) AS h
JOIN session AS s ON has_table_privilege(s.role, 'pg_catalog.' || h.catalog, 'SELECT')
ORDER BY h.object, s.app, s.act_as
