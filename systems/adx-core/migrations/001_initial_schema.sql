-- Roles, types and the eight tables that everything else hangs on.
-- Row security comes with 002, and nobody but the owner gets a grant before that.

CREATE EXTENSION IF NOT EXISTS pgcrypto;

-- Roles ---------------------------------------------------------------------------------------------
--
-- Four roles are worked with:
--   adx_owner     owns the tables and types; nobody logs in as it
--   adx_app       what services log in as: reads and writes rows of the tenant in its context
--   adx_readonly  reads rows of the tenant in its context
--   adx_admin     operations: sees all tenants
-- Two stand behind them:
--   adx_all_tenants  a group. Every table has a policy that lets its members see all rows; that policy, not
--                    BYPASSRLS or ownership, is the only way past tenant isolation.
--   adx_definer      owns the functions that must look across tenants (logins before a tenant is known, log
--                    retention, erasure) and is in that group. FORCE ROW LEVEL SECURITY holds for adx_owner
--                    like for everybody, so functions owned by adx_owner would see nothing. Nobody but a
--                    migrator is a member of adx_definer: being it means running inside such a function,
--                    and guard_append_only relies on that. adx_app gets EXECUTE on four of them, each of
--                    which answers about the one digest or address it is given.
-- Passwords are set at deployment. Roles belong to the whole cluster and other databases may be creating
-- them right now, hence the handlers.
DO $$
DECLARE
  wanted record;
BEGIN
  FOR wanted IN
    SELECT * FROM (VALUES
      ('adx_owner', 'NOLOGIN'), ('adx_definer', 'NOLOGIN'), ('adx_all_tenants', 'NOLOGIN'),
      ('adx_app', 'LOGIN'), ('adx_readonly', 'LOGIN'), ('adx_admin', 'LOGIN')
    ) AS role (name, login)
  LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name);
    BEGIN
      EXECUTE format('CREATE ROLE %I %s NOSUPERUSER NOCREATEDB NOCREATEROLE', wanted.name, wanted.login);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
  END LOOP;
END
$$;

-- A migrator that is no superuser joins the two owners: it hands over what it creates, and alters it later.
DO $$
DECLARE
  wanted record;
BEGIN
  FOR wanted IN
    SELECT 'adx_all_tenants' AS parent, 'adx_admin' AS member
    UNION ALL
    SELECT 'adx_all_tenants', 'adx_definer'
    UNION ALL
    SELECT parent, current_user
    FROM unnest(ARRAY['adx_owner', 'adx_definer']) AS parent
    WHERE NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
  LOOP
    FOR attempt IN 1 .. 20 LOOP
      EXIT WHEN pg_has_role(wanted.member, wanted.parent, 'USAGE');
      BEGIN
        EXECUTE format('GRANT %I TO %I', wanted.parent, wanted.member);
      EXCEPTION WHEN internal_error OR unique_violation THEN
        PERFORM pg_sleep(0.05);  -- another database made the same grant at the same time
      END;
    END LOOP;
    IF NOT pg_has_role(wanted.member, wanted.parent, 'USAGE') THEN
      RAISE EXCEPTION 'role % could not be made a member of %', wanted.member, wanted.parent;
    END IF;
  END LOOP;
END
$$;

-- The health functions count the sessions of all roles. From PostgreSQL 16 on only a superuser may give this
-- away; without it they still answer, but count their own role's sessions only.
DO $$
BEGIN
  FOR attempt IN 1 .. 20 LOOP
    EXIT WHEN pg_has_role('adx_definer', 'pg_read_all_stats', 'USAGE');
    BEGIN
      GRANT pg_read_all_stats TO adx_definer;
    EXCEPTION
      WHEN internal_error OR unique_violation THEN
        PERFORM pg_sleep(0.05);
      WHEN insufficient_privilege THEN
        RAISE NOTICE 'adx_definer does not see the activity of other roles: grant it pg_read_all_stats';
        EXIT;
    END;
  END LOOP;
END
$$;

-- PUBLIC may connect and create temporary tables in any new database: not in this one. CREATE is for the
-- schemas of tenants, and for handing over functions, which needs CREATE on their schema.
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format(
    'GRANT CONNECT ON DATABASE %I TO adx_app, adx_readonly, adx_admin, adx_definer', current_database()
  );
  EXECUTE format('GRANT CREATE ON DATABASE %I TO adx_owner', current_database());
END
$$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO adx_app, adx_readonly, adx_admin;
GRANT USAGE, CREATE ON SCHEMA public TO adx_owner, adx_definer;

-- Types ---------------------------------------------------------------------------------------------

DO $$
BEGIN
  CREATE TYPE subscription_tier AS ENUM ('free', 'professional', 'enterprise');
EXCEPTION WHEN duplicate_object THEN
  NULL;
END
$$;
DO $$
BEGIN
  CREATE TYPE tenant_isolation_level AS ENUM ('schema', 'database', 'row');
EXCEPTION WHEN duplicate_object THEN
  NULL;
END
$$;
DO $$
BEGIN
  CREATE TYPE user_status AS ENUM ('active', 'inactive', 'suspended', 'pending_verification');
EXCEPTION WHEN duplicate_object THEN
  NULL;
END
$$;
DO $$
BEGIN
  CREATE TYPE session_status AS ENUM ('active', 'expired', 'revoked');
EXCEPTION WHEN duplicate_object THEN
  NULL;
END
$$;
DO $$
BEGIN
  CREATE TYPE file_status AS ENUM ('uploading', 'processing', 'ready', 'failed', 'deleted');
EXCEPTION WHEN duplicate_object THEN
  NULL;
END
$$;
ALTER TYPE subscription_tier OWNER TO adx_owner;
ALTER TYPE tenant_isolation_level OWNER TO adx_owner;
ALTER TYPE user_status OWNER TO adx_owner;
ALTER TYPE session_status OWNER TO adx_owner;
ALTER TYPE file_status OWNER TO adx_owner;
-- Using values of a type needs no privilege, building on it does.
REVOKE ALL ON TYPE subscription_tier, tenant_isolation_level, user_status, session_status, file_status
  FROM PUBLIC;

-- The clock of the moment, not of the transaction: a row changed twice in one transaction shows it.
CREATE OR REPLACE FUNCTION update_updated_at_column() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  NEW.updated_at := clock_timestamp();
  RETURN NEW;
END
$$;
ALTER FUNCTION update_updated_at_column() OWNER TO adx_owner;
REVOKE ALL ON FUNCTION update_updated_at_column() FROM PUBLIC;

-- Tables --------------------------------------------------------------------------------------------
--
-- References between tables of tenants carry tenant_id along wherever the parent has one fixed tenant,
-- because foreign-key checks ignore row security: UNIQUE (tenant_id, id) on the parent, a foreign key of two
-- columns on the child. It stands in place of the plain one, which it includes.

-- The root: one row per tenant. Quotas known to the tools: max_users, max_storage_gb,
-- max_api_calls_per_hour, max_workflows_per_hour.
CREATE TABLE IF NOT EXISTS tenants (
  id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name              varchar(255) NOT NULL UNIQUE,
  slug              varchar(100) NOT NULL UNIQUE,
  admin_email       varchar(255) NOT NULL,
  subscription_tier subscription_tier NOT NULL DEFAULT 'free',
  isolation_level   tenant_isolation_level NOT NULL DEFAULT 'row',
  settings          jsonb DEFAULT '{}',
  quotas            jsonb DEFAULT '{}',
  features          text[] DEFAULT '{}',
  is_active         boolean NOT NULL DEFAULT true,
  created_at        timestamptz NOT NULL DEFAULT now(),
  updated_at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_tenants_slug ON tenants (slug);
CREATE INDEX IF NOT EXISTS idx_tenants_active ON tenants (is_active);
CREATE OR REPLACE TRIGGER update_tenants_updated_at
  BEFORE UPDATE ON tenants
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
ALTER TABLE tenants OWNER TO adx_owner;

-- Schemas of tenants whose isolation level is schema. A schema never serves two tenants.
CREATE TABLE IF NOT EXISTS tenant_schemas (
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  schema_name varchar(63) NOT NULL UNIQUE,
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, schema_name)
);
ALTER TABLE tenant_schemas OWNER TO adx_owner;

-- People, each at home in one tenant; tenant_memberships lets them work in others.
CREATE TABLE IF NOT EXISTS users (
  id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id         uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  email             varchar(255) NOT NULL,
  password_hash     varchar(255) NOT NULL,
  first_name        varchar(100),
  last_name         varchar(100),
  status            user_status NOT NULL DEFAULT 'pending_verification',
  roles             text[] DEFAULT '{user}',
  permissions       text[] DEFAULT '{}',
  preferences       jsonb DEFAULT '{}',
  last_login_at     timestamptz,
  email_verified_at timestamptz,
  created_at        timestamptz NOT NULL DEFAULT now(),
  updated_at        timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, email)
);
CREATE INDEX IF NOT EXISTS idx_users_tenant_id ON users (tenant_id);
CREATE INDEX IF NOT EXISTS idx_users_email ON users (email);
CREATE INDEX IF NOT EXISTS idx_users_status ON users (status);
CREATE INDEX IF NOT EXISTS idx_users_tenant_email ON users (tenant_id, email);
CREATE OR REPLACE TRIGGER update_users_updated_at
  BEFORE UPDATE ON users
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
ALTER TABLE users OWNER TO adx_owner;

-- Tokens are kept as SHA-256 hex digests, so that a copy of this table opens no session.
CREATE TABLE IF NOT EXISTS user_sessions (
  id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id          uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  session_token    varchar(255) NOT NULL UNIQUE CHECK (session_token ~ '^[0-9a-f]{64}$'),
  refresh_token    varchar(255) NOT NULL UNIQUE CHECK (refresh_token ~ '^[0-9a-f]{64}$'),
  status           session_status NOT NULL DEFAULT 'active',
  ip_address       inet,
  user_agent       text,
  device_id        varchar(255),
  expires_at       timestamptz NOT NULL,
  last_activity_at timestamptz NOT NULL DEFAULT now(),
  created_at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_user_sessions_user_id ON user_sessions (user_id);
CREATE INDEX IF NOT EXISTS idx_user_sessions_tenant_id ON user_sessions (tenant_id);
CREATE INDEX IF NOT EXISTS idx_user_sessions_token ON user_sessions (session_token);
CREATE INDEX IF NOT EXISTS idx_user_sessions_status ON user_sessions (status);
CREATE INDEX IF NOT EXISTS idx_user_sessions_expires_at ON user_sessions (expires_at);
ALTER TABLE user_sessions OWNER TO adx_owner;

-- Metadata of stored files; the bytes live with the storage provider.
CREATE TABLE IF NOT EXISTS files (
  id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id         uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id           uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  filename          varchar(255) NOT NULL,
  original_filename varchar(255) NOT NULL,
  mime_type         varchar(100) NOT NULL,
  file_size         bigint NOT NULL CHECK (file_size >= 0),
  storage_path      text NOT NULL,
  storage_provider  varchar(50) NOT NULL DEFAULT 'local',
  status            file_status NOT NULL DEFAULT 'uploading',
  metadata          jsonb DEFAULT '{}',
  checksum          varchar(64),
  is_public         boolean NOT NULL DEFAULT false,
  created_at        timestamptz NOT NULL DEFAULT now(),
  updated_at        timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, id)
);
CREATE INDEX IF NOT EXISTS idx_files_tenant_id ON files (tenant_id);
CREATE INDEX IF NOT EXISTS idx_files_user_id ON files (user_id);
CREATE INDEX IF NOT EXISTS idx_files_status ON files (status);
CREATE INDEX IF NOT EXISTS idx_files_tenant_user ON files (tenant_id, user_id);
CREATE INDEX IF NOT EXISTS idx_files_created_at ON files (created_at);
CREATE OR REPLACE TRIGGER update_files_updated_at
  BEFORE UPDATE ON files
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
ALTER TABLE files OWNER TO adx_owner;

-- What a user may do with a file.
CREATE TABLE IF NOT EXISTS file_permissions (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  file_id         uuid NOT NULL,
  tenant_id       uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id         uuid REFERENCES users (id) ON DELETE CASCADE,
  permission_type varchar(20) NOT NULL CHECK (permission_type IN ('read', 'write', 'admin')),
  granted_by      uuid NOT NULL REFERENCES users (id),
  expires_at      timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (tenant_id, file_id) REFERENCES files (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_file_permissions_file_id ON file_permissions (file_id);
CREATE INDEX IF NOT EXISTS idx_file_permissions_tenant_id ON file_permissions (tenant_id);
CREATE INDEX IF NOT EXISTS idx_file_permissions_user_id ON file_permissions (user_id);
ALTER TABLE file_permissions OWNER TO adx_owner;

-- Users in tenants beside their home. Any existing user may be taken in, so no home check here.
CREATE TABLE IF NOT EXISTS tenant_memberships (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id   uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  user_id     uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  roles       text[] DEFAULT '{user}',
  permissions text[] DEFAULT '{}',
  is_active   boolean NOT NULL DEFAULT true,
  joined_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, user_id)
);
CREATE INDEX IF NOT EXISTS idx_tenant_memberships_tenant_id ON tenant_memberships (tenant_id);
CREATE INDEX IF NOT EXISTS idx_tenant_memberships_user_id ON tenant_memberships (user_id);
CREATE INDEX IF NOT EXISTS idx_tenant_memberships_active ON tenant_memberships (is_active);
ALTER TABLE tenant_memberships OWNER TO adx_owner;

-- Who did what. Append-only from 002 on; entries outlive the user they name.
CREATE TABLE IF NOT EXISTS audit_logs (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id     uuid REFERENCES tenants (id) ON DELETE SET NULL,
  user_id       uuid REFERENCES users (id) ON DELETE SET NULL,
  action        varchar(100) NOT NULL,
  resource_type varchar(50) NOT NULL,
  resource_id   uuid,
  old_values    jsonb,
  new_values    jsonb,
  ip_address    inet,
  user_agent    text,
  created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_audit_logs_tenant_id ON audit_logs (tenant_id);
CREATE INDEX IF NOT EXISTS idx_audit_logs_user_id ON audit_logs (user_id);
CREATE INDEX IF NOT EXISTS idx_audit_logs_action ON audit_logs (action);
CREATE INDEX IF NOT EXISTS idx_audit_logs_resource ON audit_logs (resource_type, resource_id);
CREATE INDEX IF NOT EXISTS idx_audit_logs_created_at ON audit_logs (created_at);
ALTER TABLE audit_logs OWNER TO adx_owner;
