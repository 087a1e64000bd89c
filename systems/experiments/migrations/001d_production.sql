-- Zone v2, production: analysis sessions with their tasks, artifacts and review results.
-- analysis_sessions.user_id and .project_id get their keys in 002b.

CREATE SCHEMA IF NOT EXISTS production;
REVOKE ALL ON SCHEMA production FROM PUBLIC;

CREATE TABLE IF NOT EXISTS production.analysis_sessions (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- Nullable: the session stays with its project when the account goes.
  user_id       uuid,
  project_id    uuid NOT NULL,
  version       varchar(10) NOT NULL,
  status        varchar(20) NOT NULL,
  started_at    timestamptz DEFAULT now(),
  finished_at   timestamptz,
  error_message text,
  metadata      jsonb DEFAULT '{}',
  created_at    timestamptz DEFAULT now(),
  CONSTRAINT analysis_sessions_version_check CHECK (version IN ('v1', 'v2', 'v3')),
  CONSTRAINT analysis_sessions_status_check
    CHECK (status IN ('created', 'queued', 'running', 'completed', 'failed', 'cancelled'))
);
CREATE INDEX IF NOT EXISTS idx_analysis_sessions_user_id ON production.analysis_sessions (user_id);
CREATE INDEX IF NOT EXISTS idx_analysis_sessions_project_id ON production.analysis_sessions (project_id);
CREATE INDEX IF NOT EXISTS idx_analysis_sessions_status ON production.analysis_sessions (status);
CREATE INDEX IF NOT EXISTS idx_analysis_sessions_started_at ON production.analysis_sessions (started_at);

CREATE TABLE IF NOT EXISTS production.analysis_tasks (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  session_id    uuid NOT NULL REFERENCES production.analysis_sessions (id) ON DELETE CASCADE,
  type          varchar(50) NOT NULL,
  status        varchar(20) NOT NULL,
  result        jsonb,
  error_message text,
  started_at    timestamptz,
  finished_at   timestamptz,
  duration_ms   integer,
  created_at    timestamptz DEFAULT now(),
  CONSTRAINT analysis_tasks_type_check CHECK (type IN ('static', 'dynamic', 'graph', 'ai')),
  CONSTRAINT analysis_tasks_status_check
    CHECK (status IN ('pending', 'running', 'completed', 'failed', 'skipped'))
);
CREATE INDEX IF NOT EXISTS idx_analysis_tasks_session_id ON production.analysis_tasks (session_id);
CREATE INDEX IF NOT EXISTS idx_analysis_tasks_type ON production.analysis_tasks (type);
CREATE INDEX IF NOT EXISTS idx_analysis_tasks_status ON production.analysis_tasks (status);

CREATE TABLE IF NOT EXISTS production.artifacts (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  session_id uuid NOT NULL REFERENCES production.analysis_sessions (id) ON DELETE CASCADE,
  type       varchar(50) NOT NULL,
  s3_uri     text NOT NULL,
  sha256     varchar(64) NOT NULL,
  size_bytes bigint,
  metadata   jsonb DEFAULT '{}',
  created_at timestamptz DEFAULT now(),
  expires_at timestamptz,
  CONSTRAINT artifacts_type_check CHECK (type IN ('report', 'patch', 'log', 'metrics'))
);
CREATE INDEX IF NOT EXISTS idx_artifacts_session_id ON production.artifacts (session_id);
CREATE INDEX IF NOT EXISTS idx_artifacts_type ON production.artifacts (type);
CREATE INDEX IF NOT EXISTS idx_artifacts_expires_at ON production.artifacts (expires_at);

CREATE TABLE IF NOT EXISTS production.code_review_results (
  id                    uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  session_id            uuid NOT NULL REFERENCES production.analysis_sessions (id) ON DELETE CASCADE,
  code_language         varchar(50) NOT NULL,
  code_length           integer NOT NULL,
  overall_score         numeric(3, 2),
  vulnerabilities_count integer DEFAULT 0,
  issues_count          integer DEFAULT 0,
  model_used            varchar(100),
  analysis_time_ms      integer,
  created_at            timestamptz DEFAULT now()
);
CREATE INDEX IF NOT EXISTS idx_code_review_results_session_id ON production.code_review_results (session_id);
CREATE INDEX IF NOT EXISTS idx_code_review_results_language ON production.code_review_results (code_language);
