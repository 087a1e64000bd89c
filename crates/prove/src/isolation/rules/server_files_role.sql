-- Files of the server hold the rows of all tenants, and more.
SELECT format('%I of %I', r.name, r.app), r.app, r.act_as, NULL,
  CASE r.name
    WHEN 'pg_read_server_files' THEN
      E'CREATE TEMPORARY TABLE probe (line text);\nCOPY probe FROM ''/etc/passwd'';\nSELECT * FROM probe;'
    WHEN 'pg_execute_server_program' THEN
      E'CREATE TEMPORARY TABLE probe (line text);\nCOPY probe FROM PROGRAM ''id'';\nSELECT * FROM probe;'
    ELSE 'COPY (SELECT 1) TO ''/tmp/bulkhead_probe'';' END,
  format('%I is a member of %I: it reaches the files of the server, which hold the rows of all tenants.',
    r.app, r.name),
  (SELECT string_agg(format('REVOKE %I FROM %I;', g.rolname, r.app), E'\n' ORDER BY g.rolname)
   FROM pg_auth_members AS m JOIN pg_roles AS g ON g.oid = m.roleid JOIN pg_roles AS a ON a.oid = m.member
   WHERE a.rolname = r.app AND (m.roleid = r.oid OR pg_has_role(m.roleid, r.oid, 'MEMBER'))),
  NULL
FROM reached AS r
WHERE r.name IN ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
