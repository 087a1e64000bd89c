-- Users as people: profiles, preferences, activity, teams, skills, connections and bookmarks.

-- What users tell about themselves, per tenant.
CREATE TABLE IF NOT EXISTS user_profiles (
  id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id           uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id         uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  display_name      varchar(255),
  bio               text,
  avatar_url        text,
  cover_image_url   text,
  location          varchar(255),
  website_url       text,
  timezone          varchar(50) DEFAULT 'UTC',
  language          varchar(10) DEFAULT 'en',
  date_format       varchar(20) DEFAULT 'YYYY-MM-DD',
  time_format       varchar(10) DEFAULT '24h',
  phone_number      varchar(20),
  phone_verified_at timestamptz,
  birth_date        date,
  gender            varchar(20),
  job_title         varchar(255),
  department        varchar(255),
  manager_id        uuid REFERENCES users (id) ON DELETE SET NULL,
  hire_date         date,
  created_at        timestamptz NOT NULL DEFAULT now(),
  updated_at        timestamptz NOT NULL DEFAULT now(),
  UNIQUE (user_id, tenant_id)
);
CREATE INDEX IF NOT EXISTS idx_user_profiles_user_id ON user_profiles (user_id);
CREATE INDEX IF NOT EXISTS idx_user_profiles_tenant_id ON user_profiles (tenant_id);
CREATE INDEX IF NOT EXISTS idx_user_profiles_display_name ON user_profiles (display_name);
CREATE INDEX IF NOT EXISTS idx_user_profiles_manager_id ON user_profiles (manager_id);
CREATE OR REPLACE TRIGGER update_user_profiles_updated_at
  BEFORE UPDATE ON user_profiles
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER user_profiles_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id, manager_id ON user_profiles
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id', 'manager_id');
ALTER TABLE user_profiles OWNER TO adx_owner;
ALTER TABLE user_profiles ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_user_profiles ON user_profiles;
CREATE POLICY tenant_isolation_user_profiles ON user_profiles
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_user_profiles ON user_profiles;
CREATE POLICY all_tenants_user_profiles ON user_profiles TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON user_profiles TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON user_profiles TO adx_readonly;

-- Settings of a user, by category and key.
CREATE TABLE IF NOT EXISTS user_preferences (
  id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id             uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id           uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  preference_category varchar(50) NOT NULL
    CHECK (preference_category IN ('ui', 'notifications', 'privacy', 'workflow')),
  preference_key      varchar(100) NOT NULL,
  preference_value    jsonb NOT NULL,
  is_inherited        boolean NOT NULL DEFAULT false,
  created_at          timestamptz NOT NULL DEFAULT now(),
  updated_at          timestamptz NOT NULL DEFAULT now(),
  UNIQUE (user_id, tenant_id, preference_category, preference_key)
);
CREATE INDEX IF NOT EXISTS idx_user_preferences_user_id ON user_preferences (user_id);
CREATE INDEX IF NOT EXISTS idx_user_preferences_tenant_id ON user_preferences (tenant_id);
CREATE INDEX IF NOT EXISTS idx_user_preferences_category ON user_preferences (preference_category);
CREATE INDEX IF NOT EXISTS idx_user_preferences_key ON user_preferences (preference_key);
CREATE OR REPLACE TRIGGER update_user_preferences_updated_at
  BEFORE UPDATE ON user_preferences
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER user_preferences_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON user_preferences
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
ALTER TABLE user_preferences OWNER TO adx_owner;
ALTER TABLE user_preferences ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_user_preferences ON user_preferences;
CREATE POLICY tenant_isolation_user_preferences ON user_preferences
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_user_preferences ON user_preferences;
CREATE POLICY all_tenants_user_preferences ON user_preferences
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON user_preferences TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON user_preferences TO adx_readonly;

-- Which events reach a user, and how.
CREATE TABLE IF NOT EXISTS user_notification_settings (
  id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id           uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id         uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  notification_type varchar(50) NOT NULL CHECK (notification_type IN ('email', 'push', 'sms', 'in_app')),
  event_category    varchar(50) NOT NULL
    CHECK (event_category IN ('workflow', 'file', 'tenant', 'security')),
  event_name        varchar(100) NOT NULL,
  is_enabled        boolean NOT NULL DEFAULT true,
  delivery_schedule varchar(20) DEFAULT 'immediate'
    CHECK (delivery_schedule IN ('immediate', 'daily', 'weekly', 'never')),
  quiet_hours_start time,
  quiet_hours_end   time,
  created_at        timestamptz NOT NULL DEFAULT now(),
  updated_at        timestamptz NOT NULL DEFAULT now(),
  UNIQUE (user_id, tenant_id, notification_type, event_category, event_name)
);
CREATE INDEX IF NOT EXISTS idx_user_notification_settings_user_id ON user_notification_settings (user_id);
CREATE INDEX IF NOT EXISTS idx_user_notification_settings_tenant_id
  ON user_notification_settings (tenant_id);
CREATE INDEX IF NOT EXISTS idx_user_notification_settings_type
  ON user_notification_settings (notification_type);
CREATE INDEX IF NOT EXISTS idx_user_notification_settings_enabled
  ON user_notification_settings (is_enabled);
CREATE OR REPLACE TRIGGER update_user_notification_settings_updated_at
  BEFORE UPDATE ON user_notification_settings
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER user_notification_settings_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON user_notification_settings
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
ALTER TABLE user_notification_settings OWNER TO adx_owner;
ALTER TABLE user_notification_settings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_user_notification_settings ON user_notification_settings;
CREATE POLICY tenant_isolation_user_notification_settings ON user_notification_settings
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_user_notification_settings ON user_notification_settings;
CREATE POLICY all_tenants_user_notification_settings ON user_notification_settings
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON user_notification_settings TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON user_notification_settings TO adx_readonly;

-- What a user did. Append-only; goes with its user or tenant.
CREATE TABLE IF NOT EXISTS user_activity_log (
  id                   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id              uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id            uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  activity_type        varchar(50) NOT NULL
    CHECK (activity_type IN ('login', 'logout', 'file_upload', 'workflow_start')),
  activity_description text,
  resource_type        varchar(50) CHECK (resource_type IN ('file', 'workflow', 'tenant', 'user')),
  resource_id          uuid,
  metadata             jsonb DEFAULT '{}',
  ip_address           inet,
  user_agent           text,
  session_id           uuid,
  created_at           timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_user_activity_log_user_id ON user_activity_log (user_id);
CREATE INDEX IF NOT EXISTS idx_user_activity_log_tenant_id ON user_activity_log (tenant_id);
CREATE INDEX IF NOT EXISTS idx_user_activity_log_activity_type ON user_activity_log (activity_type);
CREATE INDEX IF NOT EXISTS idx_user_activity_log_created_at ON user_activity_log (created_at);
CREATE INDEX IF NOT EXISTS idx_user_activity_log_resource ON user_activity_log (resource_type, resource_id);
CREATE OR REPLACE TRIGGER user_activity_log_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON user_activity_log
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
CREATE OR REPLACE TRIGGER user_activity_log_append_only
  BEFORE UPDATE OR DELETE ON user_activity_log
  FOR EACH ROW EXECUTE FUNCTION guard_append_only();
CREATE OR REPLACE TRIGGER user_activity_log_no_truncate
  BEFORE TRUNCATE ON user_activity_log
  FOR EACH STATEMENT EXECUTE FUNCTION guard_append_only();
ALTER TABLE user_activity_log OWNER TO adx_owner;
ALTER TABLE user_activity_log ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_user_activity_log ON user_activity_log;
CREATE POLICY tenant_isolation_user_activity_log ON user_activity_log
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_user_activity_log ON user_activity_log;
CREATE POLICY all_tenants_user_activity_log ON user_activity_log
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON user_activity_log TO adx_app, adx_admin;
GRANT SELECT, INSERT, DELETE ON user_activity_log TO adx_definer;
GRANT SELECT ON user_activity_log TO adx_readonly;

-- Teams of a tenant.
CREATE TABLE IF NOT EXISTS user_teams (
  id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  tenant_id        uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  team_name        varchar(255) NOT NULL,
  team_description text,
  team_lead_id     uuid REFERENCES users (id) ON DELETE SET NULL,
  is_active        boolean NOT NULL DEFAULT true,
  created_by       uuid NOT NULL REFERENCES users (id),
  created_at       timestamptz NOT NULL DEFAULT now(),
  updated_at       timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant_id, team_name),
  UNIQUE (tenant_id, id)
);
CREATE INDEX IF NOT EXISTS idx_user_teams_tenant_id ON user_teams (tenant_id);
CREATE INDEX IF NOT EXISTS idx_user_teams_team_lead_id ON user_teams (team_lead_id);
CREATE INDEX IF NOT EXISTS idx_user_teams_active ON user_teams (is_active);
CREATE OR REPLACE TRIGGER update_user_teams_updated_at
  BEFORE UPDATE ON user_teams
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER user_teams_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, team_lead_id, created_by ON user_teams
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('team_lead_id', 'created_by');
ALTER TABLE user_teams OWNER TO adx_owner;
ALTER TABLE user_teams ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_user_teams ON user_teams;
CREATE POLICY tenant_isolation_user_teams ON user_teams
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_user_teams ON user_teams;
CREATE POLICY all_tenants_user_teams ON user_teams TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON user_teams TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON user_teams TO adx_readonly;

-- Who is in which team.
CREATE TABLE IF NOT EXISTS user_team_memberships (
  id        uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  team_id   uuid NOT NULL,
  user_id   uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  role      varchar(50) NOT NULL DEFAULT 'member' CHECK (role IN ('member', 'lead', 'admin')),
  joined_at timestamptz NOT NULL DEFAULT now(),
  left_at   timestamptz,
  is_active boolean NOT NULL DEFAULT true,
  UNIQUE (team_id, user_id),
  FOREIGN KEY (tenant_id, team_id) REFERENCES user_teams (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS idx_user_team_memberships_team_id ON user_team_memberships (team_id);
CREATE INDEX IF NOT EXISTS idx_user_team_memberships_user_id ON user_team_memberships (user_id);
CREATE INDEX IF NOT EXISTS idx_user_team_memberships_tenant_id ON user_team_memberships (tenant_id);
CREATE INDEX IF NOT EXISTS idx_user_team_memberships_active ON user_team_memberships (is_active);
CREATE OR REPLACE TRIGGER user_team_memberships_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON user_team_memberships
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
ALTER TABLE user_team_memberships OWNER TO adx_owner;
ALTER TABLE user_team_memberships ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_user_team_memberships ON user_team_memberships;
CREATE POLICY tenant_isolation_user_team_memberships ON user_team_memberships
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_user_team_memberships ON user_team_memberships;
CREATE POLICY all_tenants_user_team_memberships ON user_team_memberships
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON user_team_memberships TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON user_team_memberships TO adx_readonly;

-- Skills of a user.
CREATE TABLE IF NOT EXISTS user_skills (
  id                 uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id            uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id          uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  skill_name         varchar(100) NOT NULL,
  skill_category     varchar(50) CHECK (skill_category IN ('technical', 'soft', 'domain')),
  proficiency_level  integer CHECK (proficiency_level BETWEEN 1 AND 5),
  years_experience   integer,
  is_certified       boolean NOT NULL DEFAULT false,
  certification_name varchar(255),
  certification_date date,
  verified_by        uuid REFERENCES users (id) ON DELETE SET NULL,
  verified_at        timestamptz,
  created_at         timestamptz NOT NULL DEFAULT now(),
  updated_at         timestamptz NOT NULL DEFAULT now(),
  UNIQUE (user_id, tenant_id, skill_name)
);
CREATE INDEX IF NOT EXISTS idx_user_skills_user_id ON user_skills (user_id);
CREATE INDEX IF NOT EXISTS idx_user_skills_tenant_id ON user_skills (tenant_id);
CREATE INDEX IF NOT EXISTS idx_user_skills_name ON user_skills (skill_name);
CREATE INDEX IF NOT EXISTS idx_user_skills_category ON user_skills (skill_category);
CREATE INDEX IF NOT EXISTS idx_user_skills_proficiency ON user_skills (proficiency_level);
CREATE OR REPLACE TRIGGER update_user_skills_updated_at
  BEFORE UPDATE ON user_skills
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER user_skills_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id, verified_by ON user_skills
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id', 'verified_by');
ALTER TABLE user_skills OWNER TO adx_owner;
ALTER TABLE user_skills ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_user_skills ON user_skills;
CREATE POLICY tenant_isolation_user_skills ON user_skills
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_user_skills ON user_skills;
CREATE POLICY all_tenants_user_skills ON user_skills TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON user_skills TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON user_skills TO adx_readonly;

-- Contacts between users. One row per pair, whoever asked.
CREATE TABLE IF NOT EXISTS user_connections (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  requester_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  requestee_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id       uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  connection_type varchar(20) NOT NULL DEFAULT 'colleague'
    CHECK (connection_type IN ('colleague', 'mentor', 'friend')),
  status          varchar(20) NOT NULL DEFAULT 'pending'
    CHECK (status IN ('pending', 'accepted', 'declined', 'blocked')),
  message         text,
  requested_at    timestamptz NOT NULL DEFAULT now(),
  responded_at    timestamptz,
  UNIQUE (requester_id, requestee_id, tenant_id),
  CHECK (requester_id <> requestee_id)
);
CREATE INDEX IF NOT EXISTS idx_user_connections_requester_id ON user_connections (requester_id);
CREATE INDEX IF NOT EXISTS idx_user_connections_requestee_id ON user_connections (requestee_id);
CREATE INDEX IF NOT EXISTS idx_user_connections_tenant_id ON user_connections (tenant_id);
CREATE INDEX IF NOT EXISTS idx_user_connections_status ON user_connections (status);
CREATE UNIQUE INDEX IF NOT EXISTS user_connections_one_per_pair ON user_connections
  (tenant_id, least(requester_id, requestee_id), greatest(requester_id, requestee_id));
CREATE OR REPLACE TRIGGER user_connections_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, requester_id, requestee_id ON user_connections
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('requester_id', 'requestee_id');
ALTER TABLE user_connections OWNER TO adx_owner;
ALTER TABLE user_connections ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_user_connections ON user_connections;
CREATE POLICY tenant_isolation_user_connections ON user_connections
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_user_connections ON user_connections;
CREATE POLICY all_tenants_user_connections ON user_connections
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON user_connections TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON user_connections TO adx_readonly;

-- Searches a user keeps.
CREATE TABLE IF NOT EXISTS user_saved_searches (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id    uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  search_name  varchar(255) NOT NULL,
  search_type  varchar(50) NOT NULL CHECK (search_type IN ('files', 'users', 'workflows', 'global')),
  search_query jsonb NOT NULL,
  is_default   boolean NOT NULL DEFAULT false,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (user_id, tenant_id, search_name)
);
CREATE INDEX IF NOT EXISTS idx_user_saved_searches_user_id ON user_saved_searches (user_id);
CREATE INDEX IF NOT EXISTS idx_user_saved_searches_tenant_id ON user_saved_searches (tenant_id);
CREATE INDEX IF NOT EXISTS idx_user_saved_searches_type ON user_saved_searches (search_type);
CREATE INDEX IF NOT EXISTS idx_user_saved_searches_default ON user_saved_searches (is_default);
CREATE OR REPLACE TRIGGER update_user_saved_searches_updated_at
  BEFORE UPDATE ON user_saved_searches
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER user_saved_searches_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON user_saved_searches
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
ALTER TABLE user_saved_searches OWNER TO adx_owner;
ALTER TABLE user_saved_searches ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_user_saved_searches ON user_saved_searches;
CREATE POLICY tenant_isolation_user_saved_searches ON user_saved_searches
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_user_saved_searches ON user_saved_searches;
CREATE POLICY all_tenants_user_saved_searches ON user_saved_searches
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON user_saved_searches TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON user_saved_searches TO adx_readonly;

-- Things a user marked.
CREATE TABLE IF NOT EXISTS user_bookmarks (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id       uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tenant_id     uuid NOT NULL REFERENCES tenants (id) ON DELETE CASCADE,
  bookmark_name varchar(255) NOT NULL,
  bookmark_type varchar(50) NOT NULL CHECK (bookmark_type IN ('file', 'workflow', 'user', 'external_url')),
  resource_id   uuid,
  external_url  text,
  description   text,
  tags          text[] DEFAULT '{}',
  is_favorite   boolean NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (user_id, tenant_id, bookmark_name)
);
CREATE INDEX IF NOT EXISTS idx_user_bookmarks_user_id ON user_bookmarks (user_id);
CREATE INDEX IF NOT EXISTS idx_user_bookmarks_tenant_id ON user_bookmarks (tenant_id);
CREATE INDEX IF NOT EXISTS idx_user_bookmarks_type ON user_bookmarks (bookmark_type);
CREATE INDEX IF NOT EXISTS idx_user_bookmarks_favorite ON user_bookmarks (is_favorite);
CREATE INDEX IF NOT EXISTS idx_user_bookmarks_tags ON user_bookmarks USING gin (tags);
CREATE OR REPLACE TRIGGER update_user_bookmarks_updated_at
  BEFORE UPDATE ON user_bookmarks
  FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
CREATE OR REPLACE TRIGGER user_bookmarks_users_in_tenant
  BEFORE INSERT OR UPDATE OF tenant_id, user_id ON user_bookmarks
  FOR EACH ROW EXECUTE FUNCTION check_user_in_tenant('user_id');
ALTER TABLE user_bookmarks OWNER TO adx_owner;
ALTER TABLE user_bookmarks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS tenant_isolation_user_bookmarks ON user_bookmarks;
CREATE POLICY tenant_isolation_user_bookmarks ON user_bookmarks
  USING (tenant_id = (SELECT get_current_tenant_id()))
  WITH CHECK (tenant_id = (SELECT get_current_tenant_id()));
DROP POLICY IF EXISTS all_tenants_user_bookmarks ON user_bookmarks;
CREATE POLICY all_tenants_user_bookmarks ON user_bookmarks
  TO adx_all_tenants USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON user_bookmarks TO adx_app, adx_admin, adx_definer;
GRANT SELECT ON user_bookmarks TO adx_readonly;

-- Retention -----------------------------------------------------------------------------------------

-- Deletes log entries older than their tenant wants them kept: the longest audit_log_retention_days of its
-- enabled rules, 2555 days without any, also for entries of no tenant.
CREATE OR REPLACE FUNCTION purge_expired_logs() RETURNS TABLE (table_name text, rows_deleted bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  written_log record;
  by_rule bigint;
  by_default bigint;
BEGIN
  FOR written_log IN
    SELECT * FROM (VALUES
      ('audit_logs', 'created_at'), ('file_access_logs', 'accessed_at'),
      ('login_attempts', 'attempted_at'), ('user_activity_log', 'created_at')
    ) AS log (name, clock)
  LOOP
    table_name := written_log.name;
    EXECUTE format($delete$
      DELETE FROM public.%1$I AS entry
      USING (
        SELECT c.tenant_id, max(coalesce(c.audit_log_retention_days, 2555)) AS days
        FROM public.tenant_compliance c
        WHERE c.is_enabled
        GROUP BY c.tenant_id
      ) AS rule
      WHERE entry.tenant_id = rule.tenant_id AND entry.%2$I < now() - make_interval(days => rule.days)
    $delete$, written_log.name, written_log.clock);
    GET DIAGNOSTICS by_rule = ROW_COUNT;
    EXECUTE format($delete$
      DELETE FROM public.%1$I AS entry
      WHERE entry.%2$I < now() - make_interval(days => 2555)
        AND NOT EXISTS (
          SELECT FROM public.tenant_compliance c WHERE c.tenant_id = entry.tenant_id AND c.is_enabled
        )
    $delete$, written_log.name, written_log.clock);
    GET DIAGNOSTICS by_default = ROW_COUNT;
    rows_deleted := by_rule + by_default;
    RETURN NEXT;
  END LOOP;
END
$$;
ALTER FUNCTION purge_expired_logs() OWNER TO adx_definer;
REVOKE ALL ON FUNCTION purge_expired_logs() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION purge_expired_logs() TO adx_admin, adx_owner;
