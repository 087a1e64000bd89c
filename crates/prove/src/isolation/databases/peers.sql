-- Servers of other databases that a role of this tenant may reach from its own one, with a mapping to log in by.
SELECT DISTINCT quote_ident(s.srvname), o.option_value, r.rolname
FROM pg_foreign_server AS s
CROSS JOIN LATERAL pg_options_to_table(s.srvoptions) AS o
JOIN pg_user_mapping AS m ON m.umserver = s.oid
JOIN pg_roles AS r ON r.rolname = ANY ({roles})
WHERE o.option_name = 'dbname' AND o.option_value = ANY ({databases})
  AND (m.umuser = 0 OR pg_has_role(r.oid, m.umuser, 'USAGE')) AND has_server_privilege(r.oid, s.oid, 'USAGE')
ORDER BY 1, 2, 3
