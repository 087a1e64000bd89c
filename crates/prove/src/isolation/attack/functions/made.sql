-- Relations that were not there before, which a role may read or write and which no row security guards: the name, the
-- relation that it is a part or child of, whether rights given beforehand opened it, and whether it has the tenant's
-- column.
SELECT format('%I.%I', n.nspname, c.relname), coalesce(i.inhparent, 0), c.relispartition, EXISTS (
  SELECT FROM pg_default_acl AS d CROSS JOIN LATERAL aclexplode(d.defaclacl) AS a
  WHERE d.defaclobjtype = 'r' AND d.defaclrole = c.relowner AND d.defaclnamespace IN (0, c.relnamespace)
    AND (a.grantee = 0 OR pg_has_role({role}, a.grantee, 'USAGE'))), EXISTS (
  SELECT FROM pg_attribute AS a WHERE a.attrelid = c.oid AND a.attname = {key} AND NOT a.attisdropped)
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_inherits AS i ON i.inhrelid = c.oid
WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND NOT c.relrowsecurity
  AND c.oid::text <> ALL (string_to_array(current_setting('bulkhead.relations'), ','))
  AND has_schema_privilege({role}, n.oid, 'USAGE')
  AND has_any_column_privilege({role}, c.oid, 'SELECT, INSERT, UPDATE')
ORDER BY c.oid
