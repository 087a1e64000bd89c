-- Projects: versions with their model configuration, baselines, policies to obey, and what was changed.
-- Sharing: projects.settings -> 'members' is an array of user ids (lower-case text); see 003.

CREATE SCHEMA IF NOT EXISTS projects;
REVOKE ALL ON SCHEMA projects FROM PUBLIC;

CREATE TABLE IF NOT EXISTS projects.projects (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name        varchar(255) NOT NULL,
  description text,
  owner_id    uuid NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
  settings    jsonb DEFAULT '{}',
  archived    boolean DEFAULT false,
  created_at  timestamptz DEFAULT now(),
  updated_at  timestamptz DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_projects_owner_id ON projects.projects (owner_id);
CREATE INDEX IF NOT EXISTS idx_projects_archived ON projects.projects (archived);

CREATE TABLE IF NOT EXISTS projects.versions (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  project_id   uuid NOT NULL REFERENCES projects.projects (id) ON DELETE CASCADE,
  tag          varchar(10) NOT NULL,
  model_config jsonb NOT NULL,
  changelog    text,
  promoted_at  timestamptz,
  promoted_by  uuid REFERENCES auth.users (id),
  created_at   timestamptz DEFAULT now(),
  updated_at   timestamptz DEFAULT now(),
  UNIQUE (project_id, tag),
  CONSTRAINT versions_tag_check CHECK (tag IN ('v1', 'v2', 'v3'))
);
CREATE INDEX IF NOT EXISTS idx_versions_project_id ON projects.versions (project_id);
CREATE INDEX IF NOT EXISTS idx_versions_tag ON projects.versions (tag);
CREATE INDEX IF NOT EXISTS idx_versions_promoted_at ON projects.versions (promoted_at);

CREATE TABLE IF NOT EXISTS projects.baselines (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  project_id  uuid NOT NULL REFERENCES projects.projects (id) ON DELETE CASCADE,
  metric_key  varchar(100) NOT NULL,
  threshold   numeric(10, 4) NOT NULL,
  operator    varchar(10) NOT NULL,
  snapshot_id uuid,
  active      boolean DEFAULT true,
  created_at  timestamptz DEFAULT now(),
  updated_at  timestamptz DEFAULT now(),
  CONSTRAINT baselines_operator_check CHECK (operator IN ('>', '<', '>=', '<=', '='))
);
CREATE INDEX IF NOT EXISTS idx_baselines_project_id ON projects.baselines (project_id);
CREATE INDEX IF NOT EXISTS idx_baselines_active ON projects.baselines (active);

CREATE TABLE IF NOT EXISTS projects.policies (
  id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name        varchar(255) NOT NULL UNIQUE,
  description text,
  rego_code   text NOT NULL,
  active      boolean DEFAULT true,
  created_at  timestamptz DEFAULT now(),
  updated_at  timestamptz DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_policies_active ON projects.policies (active);

CREATE TABLE IF NOT EXISTS projects.project_policies (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  project_id uuid NOT NULL REFERENCES projects.projects (id) ON DELETE CASCADE,
  policy_id  uuid NOT NULL REFERENCES projects.policies (id) ON DELETE CASCADE,
  created_at timestamptz DEFAULT now(),
  UNIQUE (project_id, policy_id)
);
CREATE INDEX IF NOT EXISTS idx_project_policies_project_id ON projects.project_policies (project_id);
CREATE INDEX IF NOT EXISTS idx_project_policies_policy_id ON projects.project_policies (policy_id);

CREATE TABLE IF NOT EXISTS projects.version_history (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  version_id uuid NOT NULL REFERENCES projects.versions (id) ON DELETE CASCADE,
  -- No action on delete: who changed a version stays on record.
  changed_by uuid NOT NULL REFERENCES auth.users (id),
  action     varchar(50) NOT NULL,
  from_tag   varchar(10),
  to_tag     varchar(10),
  reason     text,
  created_at timestamptz DEFAULT now(),
  CONSTRAINT version_history_action_check CHECK (action IN ('promoted', 'degraded', 'updated'))
);
CREATE INDEX IF NOT EXISTS idx_version_history_version_id ON projects.version_history (version_id);
CREATE INDEX IF NOT EXISTS idx_version_history_changed_by ON projects.version_history (changed_by);
CREATE INDEX IF NOT EXISTS idx_version_history_action ON projects.version_history (action);
