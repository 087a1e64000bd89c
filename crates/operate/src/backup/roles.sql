SELECT DISTINCT r.rolname
FROM pg_shdepend AS d JOIN pg_roles AS r ON r.oid = d.refobjid
WHERE d.refclassid = 'pg_authid'::regclass
  AND d.dbid = (SELECT b.oid FROM pg_database AS b WHERE b.datname = current_database())
ORDER BY 1;
