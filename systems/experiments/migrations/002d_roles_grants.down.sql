-- Undoes 002d: what the three roles may do in this database, and the roles unless somebody needs them. No row
-- is lost.

-- Not DROP OWNED: it would also take the roles' rights on the other databases of the cluster, and tables that
-- an operator gave to them.
DO $do$
DECLARE
  grantees text := (
    SELECT string_agg(quote_ident(rolname), ', ' ORDER BY rolname) FROM pg_roles
    WHERE rolname IN ('app_readonly', 'app_readwrite', 'app_admin'));
  schema_name name;
BEGIN
  IF grantees IS NULL THEN
    RETURN;
  END IF;
  FOR schema_name IN
    SELECT nspname FROM pg_namespace
    WHERE nspname IN (
      'auth', 'projects', 'experiments_v1', 'production', 'quarantine', 'providers', 'audits', 'system')
  LOOP
    EXECUTE format(
      'ALTER DEFAULT PRIVILEGES IN SCHEMA %I REVOKE ALL ON TABLES FROM %s', schema_name, grantees);
    EXECUTE format(
      'ALTER DEFAULT PRIVILEGES IN SCHEMA %I REVOKE ALL ON SEQUENCES FROM %s', schema_name, grantees);
    -- With the table go the grants on its columns.
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM %s', schema_name, grantees);
    EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA %I FROM %s', schema_name, grantees);
    EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA %I FROM %s', schema_name, grantees);
    EXECUTE format('REVOKE ALL ON SCHEMA %I FROM %s', schema_name, grantees);
  END LOOP;
END
$do$;

-- A role that another database, a member or an object of an operator still needs is left, with a notice.
DO $do$
DECLARE
  ours constant text[] := ARRAY['app_admin', 'app_readwrite', 'app_readonly'];
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ours LOOP
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = role_name AND rolcanlogin) OR EXISTS (
      SELECT FROM pg_auth_members AS m JOIN pg_roles AS r ON r.oid = m.member
      WHERE m.roleid = to_regrole(role_name) AND r.rolname <> ALL (ours) AND r.rolname <> current_user)
    THEN
      RAISE NOTICE 'role % stays: it can log in or has members', role_name;
      CONTINUE;
    END IF;
    BEGIN
      EXECUTE format('DROP ROLE IF EXISTS %I', role_name);
    EXCEPTION
      WHEN dependent_objects_still_exist THEN
        RAISE NOTICE 'role % stays: other objects or databases of the cluster use it', role_name;
      WHEN insufficient_privilege THEN
        RAISE NOTICE 'role % stays: % may not drop it', role_name, current_user;
      WHEN internal_error OR undefined_object THEN
        NULL;  -- Dropped at this moment for another database.
    END;
  END LOOP;
END
$do$;
