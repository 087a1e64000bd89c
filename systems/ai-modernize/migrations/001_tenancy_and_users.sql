-- Purpose: roles, the context of a session, client accounts with their engagements, people and their access.
-- Tables: client_accounts, users, engagements, user_profiles, user_roles, user_account_associations,
--   client_access, engagement_access
-- Decisions:
--   One schema, migration. The ledger of migrations lives in it too, so the schema may exist already.
--   A tenant is a client account; an engagement narrows it. Foreign-key checks ignore row security, so every
--   key between tables of tenants carries both tenant columns: an engagement of another client gets no row.
--   ON DELETE SET NULL names its column, because the tenant columns next to it must stay.
--   Value lists are CHECK constraints named <table>_<column>_check, never enum types.
--   Quotas count under a lock on the client account; archived engagements are read-only by trigger.
--   Row security follows in 009. Until then nobody but the owner has a right on any table.

-- Roles ---------------------------------------------------------------------------------------------
--
--   application_role     what the application logs in as: rows of the client in its context
--   reporting_role       reads the rows of the client in its context, of all its engagements
--   platform_admin_role  operations: all rows (BYPASSRLS, so that each table needs one policy only)
--   migration_owner      owns tables, views and functions; row security is forced, so it sees no rows
--   migration_definer    owns the functions that must look across tenants. BYPASSRLS, member of
--                        migration_owner, and nobody is a member of it: being it means running inside one
--                        of those functions, and the guards rely on that.
-- Passwords are set at deployment. BYPASSRLS can be given by a superuser only, so one applies this version.
-- Roles belong to the whole cluster; other databases may be creating them right now, hence the handlers.
DO $$
DECLARE
  wanted record;
BEGIN
  FOR wanted IN
    SELECT * FROM (VALUES
      ('migration_owner', 'NOLOGIN NOBYPASSRLS'), ('migration_definer', 'NOLOGIN BYPASSRLS'),
      ('application_role', 'LOGIN NOBYPASSRLS'), ('reporting_role', 'LOGIN NOBYPASSRLS'),
      ('platform_admin_role', 'LOGIN BYPASSRLS')
    ) AS role (name, attributes)
  LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name);
    BEGIN
      EXECUTE format(
        'CREATE ROLE %I %s NOSUPERUSER NOCREATEDB NOCREATEROLE', wanted.name, wanted.attributes
      );
      EXECUTE format('COMMENT ON ROLE %I IS %L', wanted.name, 'created by ai-modernize');
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;  -- Made at this moment for another database.
    END;
  END LOOP;
  IF EXISTS (
    SELECT FROM pg_roles
    WHERE rolname IN ('application_role', 'reporting_role', 'migration_owner')
      AND (rolsuper OR rolbypassrls)
  ) THEN
    RAISE insufficient_privilege USING
      MESSAGE = 'application_role, reporting_role and migration_owner must not pass row security';
  END IF;
  FOR attempt IN 1 .. 20 LOOP
    EXIT WHEN EXISTS (
      SELECT FROM pg_auth_members
      WHERE roleid = 'migration_owner'::regrole AND member = 'migration_definer'::regrole
    );
    BEGIN
      GRANT migration_owner TO migration_definer;
    EXCEPTION WHEN internal_error OR unique_violation THEN
      PERFORM pg_sleep(0.05);  -- Another database made the same grant at the same time.
    END;
  END LOOP;
END
$$;

CREATE SCHEMA IF NOT EXISTS migration;
REVOKE ALL ON SCHEMA migration FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA migration TO migration_owner;
SET LOCAL search_path = migration, public;

-- The context ---------------------------------------------------------------------------------------

-- Null when there is no usable context: then policies match no row and raise no error. A malformed engagement
-- is no context either: to read it as "all engagements" would widen what the session sees.
CREATE OR REPLACE FUNCTION current_client_id() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN current_setting('app.client_id', true)
    ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$'
    AND coalesce(current_setting('app.engagement_id', true), '')
    ~ '^([0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})?$'
  THEN current_setting('app.client_id', true)::uuid
END;
ALTER FUNCTION current_client_id() OWNER TO migration_owner;
REVOKE ALL ON FUNCTION current_client_id() FROM PUBLIC;

-- Null means all engagements of the client.
CREATE OR REPLACE FUNCTION current_engagement_id() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN current_setting('app.engagement_id', true)
    ~ '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$'
  THEN current_setting('app.engagement_id', true)::uuid
END;
ALTER FUNCTION current_engagement_id() OWNER TO migration_owner;
REVOKE ALL ON FUNCTION current_engagement_id() FROM PUBLIC;

-- Always for the transaction only: a pooled connection must not carry a tenant over to the next request.
CREATE OR REPLACE FUNCTION set_tenant_context(client uuid, engagement uuid DEFAULT NULL) RETURNS void
LANGUAGE sql
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT set_config('app.client_id', coalesce(client::text, ''), true),
    set_config('app.engagement_id', coalesce(engagement::text, ''), true)
$$;
ALTER FUNCTION set_tenant_context(uuid, uuid) OWNER TO migration_owner;
REVOKE ALL ON FUNCTION set_tenant_context(uuid, uuid) FROM PUBLIC;

-- The clock of the moment, not of the transaction: a row changed twice in one transaction shows it.
CREATE OR REPLACE FUNCTION touch_updated_at() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  NEW.updated_at := clock_timestamp();
  RETURN NEW;
END
$$;
ALTER FUNCTION touch_updated_at() OWNER TO migration_owner;
REVOKE ALL ON FUNCTION touch_updated_at() FROM PUBLIC;

-- Tables --------------------------------------------------------------------------------------------

-- The tenants. created_by is no key: the first client account is older than the first user.
CREATE TABLE IF NOT EXISTS client_accounts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name varchar(255) NOT NULL,
  slug varchar(100) NOT NULL UNIQUE,
  description text,
  industry varchar(100),
  company_size varchar(50),
  headquarters_location varchar(255),
  primary_contact_name varchar(255),
  primary_contact_email varchar(255),
  primary_contact_phone varchar(50),
  contact_email varchar(255),
  contact_phone varchar(50),
  address text,
  timezone varchar(50),
  subscription_tier varchar(50) DEFAULT 'standard'
    CHECK (subscription_tier IN ('standard', 'professional', 'enterprise')),
  billing_contact_email varchar(255),
  subscription_start_date timestamptz,
  subscription_end_date timestamptz,
  max_users integer,
  max_engagements integer,
  storage_quota_gb integer,
  api_quota_monthly integer,
  features_enabled jsonb DEFAULT '{}',
  agent_configuration jsonb DEFAULT '{}',
  settings jsonb DEFAULT '{}',
  branding jsonb DEFAULT '{}',
  business_objectives jsonb
    DEFAULT '{"primary_goals": [], "timeframe": null, "success_metrics": [], "constraints": []}',
  it_guidelines jsonb DEFAULT '{}',
  decision_criteria jsonb DEFAULT '{}',
  agent_preferences jsonb DEFAULT '{
    "discovery_depth": "comprehensive", "automation_level": "assisted", "risk_tolerance": "moderate",
    "preferred_clouds": [], "compliance_requirements": [], "custom_rules": []
  }',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid,
  is_active boolean NOT NULL DEFAULT true
);
ALTER TABLE client_accounts OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER client_accounts_touch_updated_at
  BEFORE UPDATE ON client_accounts
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TABLE IF NOT EXISTS engagements (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL REFERENCES client_accounts ON DELETE CASCADE,
  name varchar(255) NOT NULL,
  slug varchar(100) NOT NULL,
  description text,
  engagement_type varchar(50) DEFAULT 'migration'
    CHECK (engagement_type IN ('assessment', 'migration', 'modernization')),
  status varchar(50) DEFAULT 'active'
    CHECK (status IN ('planning', 'active', 'paused', 'completed', 'archived')),
  priority varchar(20) DEFAULT 'medium' CHECK (priority IN ('low', 'medium', 'high', 'critical')),
  start_date timestamptz,
  target_completion_date timestamptz,
  actual_completion_date timestamptz,
  engagement_lead_id uuid,
  client_contact_name varchar(255),
  client_contact_email varchar(255),
  settings jsonb DEFAULT '{}',
  migration_scope jsonb DEFAULT '{
    "target_clouds": [], "migration_strategies": [], "excluded_systems": [], "included_environments": [],
    "business_units": [], "geographic_scope": [], "timeline_constraints": {}
  }',
  team_preferences jsonb DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid,
  is_active boolean DEFAULT true,
  archived_at timestamptz,
  -- Target of every key that keeps an engagement with its client.
  CONSTRAINT engagements_client_account_id_id_key UNIQUE (client_account_id, id),
  CONSTRAINT engagements_client_account_id_slug_key UNIQUE (client_account_id, slug),
  CONSTRAINT engagements_archived_at_check CHECK (status <> 'archived' OR archived_at IS NOT NULL)
);
ALTER TABLE engagements OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER engagements_touch_updated_at
  BEFORE UPDATE ON engagements
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- People are global: one person may work for several clients. Associations say for which.
CREATE TABLE IF NOT EXISTS users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email varchar(255) NOT NULL UNIQUE,
  password_hash varchar(255),
  auth0_user_id varchar(255) UNIQUE,
  first_name varchar(100),
  last_name varchar(100),
  is_active boolean DEFAULT true,
  is_verified boolean DEFAULT false,
  is_admin boolean NOT NULL DEFAULT false,
  default_client_id uuid REFERENCES client_accounts ON DELETE SET NULL,
  default_engagement_id uuid,
  last_login timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT users_default_engagement_fkey FOREIGN KEY (default_client_id, default_engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE SET NULL (default_engagement_id)
);
-- find_login takes an address in any case.
CREATE UNIQUE INDEX IF NOT EXISTS ux_users_email_lower ON users (lower(email));
ALTER TABLE users OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER users_touch_updated_at
  BEFORE UPDATE ON users
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- The key is checked only where both columns are filled, so without a client there is no engagement. A
-- trigger and not a CHECK: when a client goes, its keys null the two columns one after the other.
CREATE OR REPLACE FUNCTION clear_default_engagement() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  NEW.default_engagement_id := NULL;
  RETURN NEW;
END
$$;
ALTER FUNCTION clear_default_engagement() OWNER TO migration_owner;
REVOKE ALL ON FUNCTION clear_default_engagement() FROM PUBLIC;
CREATE OR REPLACE TRIGGER users_default_engagement
  BEFORE INSERT OR UPDATE ON users
  FOR EACH ROW WHEN (NEW.default_client_id IS NULL AND NEW.default_engagement_id IS NOT NULL)
  EXECUTE FUNCTION clear_default_engagement();

-- Engagements and users name each other, so this key comes after both tables.
DO $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM pg_constraint
    WHERE conrelid = 'migration.engagements'::regclass AND conname = 'engagements_engagement_lead_id_fkey'
  ) THEN
    ALTER TABLE migration.engagements ADD CONSTRAINT engagements_engagement_lead_id_fkey
      FOREIGN KEY (engagement_lead_id) REFERENCES migration.users ON DELETE SET NULL;
  END IF;
END
$$;
CREATE INDEX IF NOT EXISTS ix_engagements_engagement_lead_id ON engagements (engagement_lead_id);

CREATE TABLE IF NOT EXISTS user_profiles (
  user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
  status varchar(20) NOT NULL DEFAULT 'PENDING_APPROVAL'
    CHECK (status IN ('PENDING_APPROVAL', 'ACTIVE', 'SUSPENDED', 'REJECTED')),
  approval_requested_at timestamptz DEFAULT now(),
  approved_at timestamptz,
  approved_by uuid REFERENCES users ON DELETE SET NULL,
  registration_reason text,
  organization varchar(255),
  role_description varchar(255),
  requested_access_level varchar(20) DEFAULT 'READ_ONLY',
  phone_number varchar(20),
  manager_email varchar(255),
  linkedin_profile varchar(255),
  last_login_at timestamptz,
  login_count integer DEFAULT 0,
  failed_login_attempts integer DEFAULT 0,
  last_failed_login timestamptz,
  notification_preferences jsonb DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE user_profiles OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER user_profiles_touch_updated_at
  BEFORE UPDATE ON user_profiles
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- What a role reaches: everything, one client, or one engagement, which names its client too.
CREATE TABLE IF NOT EXISTS user_roles (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  role_type varchar(50) NOT NULL,
  role_name varchar(100) NOT NULL,
  description text,
  permissions jsonb DEFAULT '{}',
  scope_type varchar(20) NOT NULL DEFAULT 'client' CHECK (scope_type IN ('global', 'client', 'engagement')),
  scope_client_id uuid REFERENCES client_accounts ON DELETE CASCADE,
  scope_engagement_id uuid,
  is_active boolean NOT NULL DEFAULT true,
  assigned_at timestamptz DEFAULT now(),
  assigned_by uuid REFERENCES users ON DELETE SET NULL,
  expires_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT user_roles_scope_check CHECK (CASE scope_type
    WHEN 'global' THEN scope_client_id IS NULL AND scope_engagement_id IS NULL
    WHEN 'client' THEN scope_client_id IS NOT NULL AND scope_engagement_id IS NULL
    ELSE scope_client_id IS NOT NULL AND scope_engagement_id IS NOT NULL
  END),
  CONSTRAINT user_roles_scope_engagement_fkey FOREIGN KEY (scope_client_id, scope_engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS ix_user_roles_user_id ON user_roles (user_id);
CREATE INDEX IF NOT EXISTS ix_user_roles_is_active ON user_roles (is_active);
CREATE INDEX IF NOT EXISTS ix_user_roles_scope_client_id ON user_roles (scope_client_id);
ALTER TABLE user_roles OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER user_roles_touch_updated_at
  BEFORE UPDATE ON user_roles
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TABLE IF NOT EXISTS user_account_associations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
  client_account_id uuid NOT NULL REFERENCES client_accounts ON DELETE CASCADE,
  role varchar(50) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid REFERENCES users ON DELETE SET NULL,
  UNIQUE (user_id, client_account_id)
);
CREATE INDEX IF NOT EXISTS ix_user_account_associations_user_id ON user_account_associations (user_id);
CREATE INDEX IF NOT EXISTS ix_user_account_associations_client_account_id
  ON user_account_associations (client_account_id);
ALTER TABLE user_account_associations OWNER TO migration_owner;

CREATE TABLE IF NOT EXISTS client_access (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_profile_id uuid NOT NULL REFERENCES user_profiles ON DELETE CASCADE,
  client_account_id uuid NOT NULL REFERENCES client_accounts ON DELETE CASCADE,
  access_level varchar(20) NOT NULL,
  permissions jsonb DEFAULT '{
    "can_view_data": true, "can_import_data": false, "can_export_data": false,
    "can_manage_engagements": false, "can_configure_client_settings": false, "can_manage_client_users": false
  }',
  restricted_environments jsonb DEFAULT '[]',
  restricted_data_types jsonb DEFAULT '[]',
  granted_at timestamptz DEFAULT now(),
  granted_by uuid NOT NULL REFERENCES users,
  expires_at timestamptz,
  is_active boolean DEFAULT true,
  last_accessed_at timestamptz,
  access_count integer DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS ix_client_access_user_profile_id ON client_access (user_profile_id);
CREATE INDEX IF NOT EXISTS ix_client_access_client_account_id ON client_access (client_account_id);
ALTER TABLE client_access OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER client_access_touch_updated_at
  BEFORE UPDATE ON client_access
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TABLE IF NOT EXISTS engagement_access (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  client_account_id uuid NOT NULL,
  engagement_id uuid NOT NULL,
  user_profile_id uuid NOT NULL REFERENCES user_profiles ON DELETE CASCADE,
  access_level varchar(20) NOT NULL,
  engagement_role varchar(100),
  permissions jsonb DEFAULT '{}',
  restricted_sessions jsonb DEFAULT '[]',
  allowed_session_types jsonb DEFAULT '["data_import", "validation_run"]',
  granted_at timestamptz DEFAULT now(),
  granted_by uuid NOT NULL REFERENCES users,
  expires_at timestamptz,
  is_active boolean DEFAULT true,
  last_accessed_at timestamptz,
  access_count integer DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT engagement_access_engagement_fkey FOREIGN KEY (client_account_id, engagement_id)
    REFERENCES engagements (client_account_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS ix_engagement_access_client_engagement
  ON engagement_access (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_engagement_access_user_profile_id ON engagement_access (user_profile_id);
CREATE INDEX IF NOT EXISTS ix_engagement_access_is_active ON engagement_access (is_active);
ALTER TABLE engagement_access OWNER TO migration_owner;
CREATE OR REPLACE TRIGGER engagement_access_touch_updated_at
  BEFORE UPDATE ON engagement_access
  FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- Guards --------------------------------------------------------------------------------------------

-- After the insert, so that ON CONFLICT DO NOTHING may run over a full client; with the client locked, so
-- that two inserts at once cannot both take the last place. With definer rights, because a session that is
-- narrowed to one engagement does not see the others.
CREATE OR REPLACE FUNCTION check_client_quota() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  account record;
  used bigint;
  allowed integer;
BEGIN
  SELECT c.max_users, c.max_engagements INTO account
  FROM migration.client_accounts c
  WHERE c.id = NEW.client_account_id
  FOR NO KEY UPDATE;
  IF TG_TABLE_NAME = 'user_account_associations' THEN
    allowed := account.max_users;
    SELECT count(*) INTO used FROM migration.user_account_associations a
    WHERE a.client_account_id = NEW.client_account_id;
  ELSE
    allowed := account.max_engagements;
    SELECT count(*) INTO used FROM migration.engagements e
    WHERE e.client_account_id = NEW.client_account_id AND e.status IS DISTINCT FROM 'archived';
  END IF;
  IF used > allowed THEN
    RAISE check_violation USING
      MESSAGE = format('the client may have %s %s and has them', allowed,
        CASE TG_TABLE_NAME WHEN 'engagements' THEN 'engagements' ELSE 'users' END),
      HINT = 'Raise the quota of the client account, or make room first.';
  END IF;
  RETURN NULL;
END
$$;
ALTER FUNCTION check_client_quota() OWNER TO migration_definer;
REVOKE ALL ON FUNCTION check_client_quota() FROM PUBLIC;

CREATE OR REPLACE TRIGGER user_account_associations_within_quota
  AFTER INSERT OR UPDATE OF client_account_id ON user_account_associations
  FOR EACH ROW EXECUTE FUNCTION check_client_quota();
-- Archived engagements do not count, so reopening one asks again.
CREATE OR REPLACE TRIGGER engagements_within_quota
  AFTER INSERT OR UPDATE OF client_account_id, status ON engagements
  FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM 'archived')
  EXECUTE FUNCTION check_client_quota();

-- The rows of an archived engagement stand still, and so does the engagement. Two pass: foreign-key actions,
-- which run as migration_owner, and erasure and retention, which run as migration_definer.
CREATE OR REPLACE FUNCTION refuse_archived() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  touched uuid[] := ARRAY[
    CASE WHEN TG_OP <> 'INSERT' THEN OLD.engagement_id END,
    CASE WHEN TG_OP <> 'DELETE' THEN NEW.engagement_id END
  ];
BEGIN
  IF current_user NOT IN ('migration_definer', 'migration_owner') AND EXISTS (
    SELECT FROM migration.engagements e WHERE e.id = ANY (touched) AND e.status = 'archived'
  ) THEN
    RAISE object_not_in_prerequisite_state USING
      MESSAGE = format('the engagement is archived: %s on %s refused', lower(TG_OP), TG_TABLE_NAME),
      HINT = 'Operations can reopen an engagement by giving it another status.';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
ALTER FUNCTION refuse_archived() OWNER TO migration_owner;
REVOKE ALL ON FUNCTION refuse_archived() FROM PUBLIC;
CREATE OR REPLACE TRIGGER engagement_access_engagement_open
  BEFORE INSERT OR UPDATE OR DELETE ON engagement_access
  FOR EACH ROW EXECUTE FUNCTION refuse_archived();

-- Reopening is for operations, and changes nothing but the status.
CREATE OR REPLACE FUNCTION refuse_archived_engagement() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF current_user IN ('migration_definer', 'migration_owner') THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.status <> 'archived' AND pg_has_role('platform_admin_role', 'USAGE')
    AND to_jsonb(NEW) - ARRAY['status', 'archived_at', 'updated_at']
      = to_jsonb(OLD) - ARRAY['status', 'archived_at', 'updated_at']
  THEN
    NEW.archived_at := NULL;
    RETURN NEW;
  END IF;
  RAISE object_not_in_prerequisite_state USING
    MESSAGE = format('the engagement is archived: %s refused', lower(TG_OP)),
    HINT = 'Operations can reopen an engagement by giving it another status.';
END
$$;
ALTER FUNCTION refuse_archived_engagement() OWNER TO migration_owner;
REVOKE ALL ON FUNCTION refuse_archived_engagement() FROM PUBLIC;
CREATE OR REPLACE TRIGGER engagements_archived
  BEFORE UPDATE OR DELETE ON engagements
  FOR EACH ROW WHEN (OLD.status = 'archived')
  EXECUTE FUNCTION refuse_archived_engagement();

-- Functions -----------------------------------------------------------------------------------------

-- A role whose time is past counts for nothing, whatever its is_active says. A wider scope covers a narrower
-- one: global covers all, a client's role covers its engagements.
CREATE OR REPLACE FUNCTION has_role(
  of_user uuid, wanted_type text, in_client uuid DEFAULT NULL, in_engagement uuid DEFAULT NULL
) RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (
    SELECT FROM migration.user_roles r
    WHERE r.user_id = of_user AND r.role_type = wanted_type AND r.is_active
      AND (r.expires_at IS NULL OR r.expires_at > clock_timestamp())
      AND CASE r.scope_type
        WHEN 'global' THEN true
        WHEN 'client' THEN r.scope_client_id = in_client
        ELSE r.scope_client_id = in_client AND r.scope_engagement_id = in_engagement
      END
  )
$$;
ALTER FUNCTION has_role(uuid, text, uuid, uuid) OWNER TO migration_owner;
REVOKE ALL ON FUNCTION has_role(uuid, text, uuid, uuid) FROM PUBLIC;

-- Before a login no client is known, so this looks past row security: at the one address it is given.
-- Allowed are the clients of the user's associations, without those whose access entries are all used up.
CREATE OR REPLACE FUNCTION find_login(email text)
RETURNS TABLE (id uuid, password_hash varchar, status varchar, allowed_clients uuid[])
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
  SELECT u.id, u.password_hash, s.status,
    CASE WHEN s.status = 'ACTIVE' THEN ARRAY(
      SELECT a.client_account_id
      FROM migration.user_account_associations a
      JOIN migration.client_accounts c ON c.id = a.client_account_id
      WHERE a.user_id = u.id AND c.is_active
        AND coalesce((
          SELECT bool_or(x.is_active AND (x.expires_at IS NULL OR x.expires_at > clock_timestamp()))
          FROM migration.client_access x
          WHERE x.user_profile_id = u.id AND x.client_account_id = a.client_account_id
        ), true)
      ORDER BY a.client_account_id
    ) ELSE '{}' END
  FROM migration.users u
  LEFT JOIN migration.user_profiles p ON p.user_id = u.id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN u.is_active THEN coalesce(p.status, 'PENDING_APPROVAL') ELSE 'SUSPENDED' END::varchar
  ) AS s (status)
  WHERE lower(u.email) = lower(find_login.email)
$$;
ALTER FUNCTION find_login(text) OWNER TO migration_definer;
REVOKE ALL ON FUNCTION find_login(text) FROM PUBLIC;

-- Archiving is final for the application. Also says so when it was archived before.
CREATE OR REPLACE FUNCTION archive_engagement(engagement uuid) RETURNS timestamptz
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  since timestamptz;
BEGIN
  SELECT e.archived_at INTO since FROM migration.engagements e
  WHERE e.id = engagement AND e.status = 'archived';
  IF since IS NULL THEN
    UPDATE migration.engagements e SET status = 'archived', archived_at = clock_timestamp()
    WHERE e.id = engagement
    RETURNING e.archived_at INTO since;
  END IF;
  IF since IS NULL THEN
    RAISE no_data_found USING MESSAGE = format('no engagement %s', engagement);
  END IF;
  RETURN since;
END
$$;
ALTER FUNCTION archive_engagement(uuid) OWNER TO migration_owner;
REVOKE ALL ON FUNCTION archive_engagement(uuid) FROM PUBLIC;

-- Blanks what describes the person and ends every access. The row stays, because imports, grants and the
-- audit name it by id; entries of the audit are not touched.
CREATE OR REPLACE FUNCTION forget_user(person uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE migration.users u SET
    email = u.id || '@forgotten.invalid', password_hash = NULL, auth0_user_id = NULL, first_name = NULL,
    last_name = NULL, is_active = false, is_verified = false, is_admin = false, default_client_id = NULL,
    default_engagement_id = NULL, last_login = NULL
  WHERE u.id = person;
  IF NOT FOUND THEN
    RAISE no_data_found USING MESSAGE = format('no user %s', person);
  END IF;
  UPDATE migration.user_profiles p SET
    status = 'SUSPENDED', registration_reason = NULL, organization = NULL, role_description = NULL,
    phone_number = NULL, manager_email = NULL, linkedin_profile = NULL, last_login_at = NULL,
    last_failed_login = NULL, notification_preferences = '{}'
  WHERE p.user_id = person;
  UPDATE migration.user_roles r SET is_active = false WHERE r.user_id = person;
  UPDATE migration.client_access a SET is_active = false WHERE a.user_profile_id = person;
  UPDATE migration.engagement_access a SET is_active = false WHERE a.user_profile_id = person;
  DELETE FROM migration.user_account_associations a WHERE a.user_id = person;
END
$$;
ALTER FUNCTION forget_user(uuid) OWNER TO migration_definer;
REVOKE ALL ON FUNCTION forget_user(uuid) FROM PUBLIC;

-- The two test tenants. A production database must not hold them: the application asks this when it starts.
CREATE OR REPLACE FUNCTION is_test_tenant(client uuid) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN client IN (
  '11111111-1111-1111-1111-111111111111'::uuid, '22222222-2222-2222-2222-222222222222'::uuid
);
ALTER FUNCTION is_test_tenant(uuid) OWNER TO migration_owner;
REVOKE ALL ON FUNCTION is_test_tenant(uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION assert_production_ready() RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM migration.client_accounts c WHERE migration.is_test_tenant(c.id)) THEN
    RAISE object_not_in_prerequisite_state USING
      MESSAGE = 'this database holds a test tenant: production refuses to start',
      HINT = 'Remove it with purge_tenant().';
  END IF;
END
$$;
ALTER FUNCTION assert_production_ready() OWNER TO migration_definer;
REVOKE ALL ON FUNCTION assert_production_ready() FROM PUBLIC;
