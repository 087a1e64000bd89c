-- Undoes 001. LOST: EVERYTHING that is left: client accounts, engagements, people and their access; and, when
-- no other database of the cluster uses them, the five roles with their passwords and memberships. Take a
-- backup before. What others built upon it is not taken along: then this stops, and its message names what is
-- in the way. The schema stays as long as the ledger of migrations lives in it.

DROP FUNCTION IF EXISTS migration.assert_production_ready();
DROP FUNCTION IF EXISTS migration.is_test_tenant(uuid);
DROP FUNCTION IF EXISTS migration.forget_user(uuid);
DROP FUNCTION IF EXISTS migration.archive_engagement(uuid);
DROP FUNCTION IF EXISTS migration.find_login(text);
DROP FUNCTION IF EXISTS migration.has_role(uuid, text, uuid, uuid);
DROP TABLE IF EXISTS
  migration.engagement_access, migration.client_access, migration.user_account_associations,
  migration.user_roles, migration.user_profiles, migration.users, migration.engagements,
  migration.client_accounts;
DROP FUNCTION IF EXISTS migration.refuse_archived_engagement();
DROP FUNCTION IF EXISTS migration.refuse_archived();
DROP FUNCTION IF EXISTS migration.check_client_quota();
DROP FUNCTION IF EXISTS migration.clear_default_engagement();
DROP FUNCTION IF EXISTS migration.touch_updated_at();
DROP FUNCTION IF EXISTS migration.set_tenant_context(uuid, uuid);
DROP FUNCTION IF EXISTS migration.current_engagement_id();
DROP FUNCTION IF EXISTS migration.current_client_id();

DO $$
BEGIN
  IF to_regnamespace('migration') IS NOT NULL AND to_regrole('migration_owner') IS NOT NULL THEN
    REVOKE ALL ON SCHEMA migration FROM migration_owner;
  END IF;
  DROP SCHEMA IF EXISTS migration;
EXCEPTION WHEN dependent_objects_still_exist THEN
  IF to_regrole('migration_owner') IS NOT NULL THEN
    REVOKE ALL ON SCHEMA migration FROM migration_owner;
  END IF;
END
$$;

-- Only roles that 001 made. One that another database, a member or an object of an operator still needs is
-- left, with a notice. Not DROP OWNED: it would also take the roles' rights on the other databases of the
-- cluster. Last of all, so that the roles are locked for a moment only.
DO $$
DECLARE
  ours constant text[] := ARRAY[
    'application_role', 'reporting_role', 'platform_admin_role', 'migration_definer', 'migration_owner'
  ];
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ours LOOP
    CONTINUE WHEN to_regrole(role_name) IS NULL;
    IF shobj_description(to_regrole(role_name), 'pg_authid') IS DISTINCT FROM 'created by ai-modernize' THEN
      RAISE NOTICE 'role % stays: it was there before', role_name;
      CONTINUE;
    END IF;
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
