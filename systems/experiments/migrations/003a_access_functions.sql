-- Ownership, part 1: what policies ask, the login before there is a context, and owners that stay.
-- What reads tables here is SECURITY DEFINER: row security must not depend on itself, and app_readonly
-- may not read projects at all. A definer that is no superuser meets forced row security too, therefore 003c
-- admits the tables' owner.

-- Own projects, and those whose settings name the acting user as a member. No context, no projects.
-- An array, so that a policy asks once per statement and can use an index for the answer.
CREATE OR REPLACE FUNCTION projects.accessible_projects() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN (
  SELECT coalesce(array_agg(p.id), '{}')
  FROM projects.projects AS p
  WHERE p.owner_id = (SELECT auth.current_user_id())
    OR p.settings -> 'members' ? (SELECT auth.current_user_id()::text)
);

CREATE OR REPLACE FUNCTION projects.accessible_versions() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN (
  SELECT coalesce(array_agg(v.id), '{}')
  FROM projects.versions AS v
  WHERE v.project_id = ANY ((SELECT projects.accessible_projects())::uuid[])
);

-- The same question about one project, for applications and functions.
CREATE OR REPLACE FUNCTION projects.can_access(project uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN EXISTS (
  SELECT FROM projects.projects AS p
  WHERE p.id = project AND (
    p.owner_id = auth.current_user_id() OR p.settings -> 'members' ? auth.current_user_id()::text)
);

-- What a login needs to check a password. It is the one look at an account without a context.
CREATE OR REPLACE FUNCTION auth.find_login(email text)
RETURNS TABLE (
  user_id uuid, password_hash text, role text, is_active boolean, totp_enabled boolean,
  failed_login_attempts integer, locked_until timestamptz
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $func$
  SELECT
    u.id, u.password_hash, u.role::text, u.is_active, u.totp_enabled, u.failed_login_attempts, u.locked_until
  FROM auth.users AS u
  WHERE u.email = lower(find_login.email)
$func$;

REVOKE ALL ON FUNCTION
  projects.accessible_projects(), projects.accessible_versions(), projects.can_access(uuid),
  auth.find_login(text)
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  projects.accessible_projects(), projects.accessible_versions(), projects.can_access(uuid)
  TO app_readonly, app_readwrite, app_admin;
GRANT EXECUTE ON FUNCTION auth.find_login(text) TO app_readwrite, app_admin;

-- A policy sees only the row as it will be: a member could make a shared row his own. That is refused here.
-- An administrator, and the operator without a context, may hand a row over.
CREATE OR REPLACE FUNCTION auth.keep_owner() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $func$
DECLARE
  owner_before uuid := to_jsonb(OLD) ->> TG_ARGV[0];
  owner_after uuid := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
  IF owner_after <> owner_before AND NOT pg_has_role('app_admin', 'USAGE')
    AND auth.current_user_id() <> owner_before
  THEN
    RAISE EXCEPTION 'the owner of a row in %.% can be changed by that owner or an administrator only',
      TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION auth.keep_owner() FROM PUBLIC;

DROP TRIGGER IF EXISTS projects_keep_owner ON projects.projects;
CREATE TRIGGER projects_keep_owner BEFORE UPDATE ON projects.projects
  FOR EACH ROW EXECUTE FUNCTION auth.keep_owner('owner_id');

DROP TRIGGER IF EXISTS analysis_sessions_keep_owner ON production.analysis_sessions;
CREATE TRIGGER analysis_sessions_keep_owner BEFORE UPDATE ON production.analysis_sessions
  FOR EACH ROW EXECUTE FUNCTION auth.keep_owner('user_id');
