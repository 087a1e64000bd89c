-- Undoes 001. LOST: EVERYTHING: tenants with their schemas, users, sessions, the list of files,
-- permissions, memberships and the audit log; and, when no other database of the cluster uses them, the
-- six roles with their passwords and memberships. Take a backup before. What others built upon it is not
-- taken along: then this stops, and its message names what is in the way.

-- Schemas of tenants: the two tables that 002 makes, then the schema. Refused when a schema holds more.
DO $$
DECLARE
  place name;
BEGIN
  FOR place IN SELECT n.nspname FROM pg_namespace n WHERE n.nspowner = to_regrole('adx_owner') LOOP
    EXECUTE format('DROP TABLE IF EXISTS %1$I.tenant_settings, %1$I.tenant_data', place);
    EXECUTE format('DROP SCHEMA IF EXISTS %I', place);
  END LOOP;
END
$$;

DROP TABLE IF EXISTS
  public.audit_logs, public.tenant_memberships, public.file_permissions, public.files,
  public.user_sessions, public.users, public.tenant_schemas, public.tenants;

DROP FUNCTION IF EXISTS public.update_updated_at_column();

DROP TYPE IF EXISTS
  public.file_status, public.session_status, public.user_status, public.tenant_isolation_level,
  public.subscription_tier;

-- What a new database gives to PUBLIC is given back, once: only where our own grants show that 001 took it.
-- Not DROP OWNED: it would also take the roles' rights on the other databases of the cluster.
DO $$
DECLARE
  grantees text := (
    SELECT string_agg(quote_ident(rolname), ', ' ORDER BY rolname) FROM pg_roles
    WHERE rolname IN ('adx_app', 'adx_readonly', 'adx_admin', 'adx_definer', 'adx_owner')
  );
BEGIN
  IF EXISTS (
    SELECT FROM pg_database d, aclexplode(d.datacl) AS entry
    WHERE d.datname = current_database() AND entry.grantee = to_regrole('adx_owner')
  ) THEN
    EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO PUBLIC', current_database());
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM %s', current_database(), grantees);
  END IF;
  IF EXISTS (
    SELECT FROM pg_namespace n, aclexplode(n.nspacl) AS entry
    WHERE n.nspname = 'public' AND entry.grantee = to_regrole('adx_owner')
  ) THEN
    GRANT USAGE ON SCHEMA public TO PUBLIC;
    EXECUTE format('REVOKE ALL ON SCHEMA public FROM %s', grantees);
  END IF;
END
$$;

-- Whether the extension was there before 001 nobody recorded; it stays when something else needs it.
DO $$
BEGIN
  DROP EXTENSION IF EXISTS pgcrypto;
EXCEPTION
  WHEN dependent_objects_still_exist THEN
    RAISE NOTICE 'the extension pgcrypto stays: other objects of this database use it';
  WHEN insufficient_privilege THEN
    RAISE NOTICE 'the extension pgcrypto stays: % may not drop it', current_user;
END
$$;

-- Roles that another database, a member or an object of an operator still needs are left, with a notice.
-- Last of all, so that the roles are locked for a moment only. A group goes after its members.
DO $$
DECLARE
  ours constant text[] := ARRAY[
    'adx_admin', 'adx_readonly', 'adx_app', 'adx_definer', 'adx_owner', 'adx_all_tenants'
  ];
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ours LOOP
    IF EXISTS (
      SELECT FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
      WHERE m.roleid = to_regrole(role_name) AND r.rolname <> ALL (ours) AND r.rolname <> current_user
    ) THEN
      RAISE NOTICE 'role % stays: it has members', role_name;
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
$$;
