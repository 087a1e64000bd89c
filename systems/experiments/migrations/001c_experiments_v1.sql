-- Zone v1, experimentation: experiments, their evaluations, promotions, the blacklist, comparisons.
-- experiments.user_id, evaluations.experiment_id and promotions.experiment_id get their keys in 002b.

CREATE SCHEMA IF NOT EXISTS experiments_v1;
REVOKE ALL ON SCHEMA experiments_v1 FROM PUBLIC;

CREATE TABLE IF NOT EXISTS experiments_v1.experiments (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name         varchar(255) NOT NULL,
  description  text,
  version      varchar(10) DEFAULT 'v1',
  config       jsonb NOT NULL,
  -- SHA-256 of config in hexadecimal, written by a trigger (001j): nobody can pass by the blacklist with
  -- a hash of his own.
  config_hash  varchar(64),
  dataset_id   uuid NOT NULL,
  status       varchar(20) NOT NULL,
  -- Nullable: the experiment outlives the account that ran it.
  user_id      uuid,
  created_at   timestamptz DEFAULT now(),
  updated_at   timestamptz DEFAULT now(),
  started_at   timestamptz,
  completed_at timestamptz,
  CONSTRAINT experiments_version_check CHECK (version = 'v1'),
  CONSTRAINT experiments_status_check CHECK (
    status IN ('created', 'running', 'completed', 'failed', 'evaluating', 'promoted', 'quarantined'))
);
CREATE INDEX IF NOT EXISTS idx_experiments_status ON experiments_v1.experiments (status);
CREATE INDEX IF NOT EXISTS idx_experiments_user_id ON experiments_v1.experiments (user_id);
CREATE INDEX IF NOT EXISTS idx_experiments_dataset_id ON experiments_v1.experiments (dataset_id);
CREATE INDEX IF NOT EXISTS idx_experiments_created_at ON experiments_v1.experiments (created_at);

CREATE TABLE IF NOT EXISTS experiments_v1.evaluations (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  experiment_id   uuid NOT NULL,
  metrics         jsonb NOT NULL,
  ai_verdict      varchar(50) NOT NULL,
  ai_confidence   numeric(3, 2),
  human_override  varchar(50),
  override_reason text,
  evaluated_by    varchar(50) NOT NULL,
  evaluator_id    uuid REFERENCES auth.users (id) ON DELETE SET NULL,
  evaluated_at    timestamptz DEFAULT now(),
  created_at      timestamptz DEFAULT now(),
  CONSTRAINT evaluations_ai_verdict_check CHECK (ai_verdict IN ('pass', 'fail', 'manual_review')),
  CONSTRAINT evaluations_ai_confidence_check CHECK (ai_confidence BETWEEN 0 AND 1),
  CONSTRAINT evaluations_override_reason_check
    CHECK (human_override IS NULL OR coalesce(btrim(override_reason), '') <> ''),
  CONSTRAINT evaluations_evaluated_by_check CHECK (evaluated_by IN ('ai', 'human'))
);
CREATE INDEX IF NOT EXISTS idx_evaluations_experiment_id ON experiments_v1.evaluations (experiment_id);
CREATE INDEX IF NOT EXISTS idx_evaluations_ai_verdict ON experiments_v1.evaluations (ai_verdict);
CREATE INDEX IF NOT EXISTS idx_evaluations_evaluated_at ON experiments_v1.evaluations (evaluated_at);

CREATE TABLE IF NOT EXISTS experiments_v1.promotions (
  id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  experiment_id   uuid NOT NULL,
  from_version_id uuid NOT NULL REFERENCES projects.versions (id),
  to_version_id   uuid NOT NULL REFERENCES projects.versions (id),
  status          varchar(50) NOT NULL,
  reason          text NOT NULL,
  approver_id     uuid REFERENCES auth.users (id) ON DELETE SET NULL,
  promoted_at     timestamptz,
  created_at      timestamptz DEFAULT now(),
  updated_at      timestamptz DEFAULT now(),
  CONSTRAINT promotions_status_check CHECK (status IN ('pending', 'approved', 'rejected', 'completed'))
);
CREATE INDEX IF NOT EXISTS idx_promotions_status ON experiments_v1.promotions (status);
CREATE INDEX IF NOT EXISTS idx_promotions_from_version_id ON experiments_v1.promotions (from_version_id);
CREATE INDEX IF NOT EXISTS idx_promotions_to_version_id ON experiments_v1.promotions (to_version_id);

CREATE TABLE IF NOT EXISTS experiments_v1.blacklist (
  id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  config_hash    varchar(64) NOT NULL UNIQUE,
  reason         text NOT NULL,
  evidence       jsonb NOT NULL,
  quarantined_at timestamptz DEFAULT now(),
  quarantined_by uuid REFERENCES auth.users (id) ON DELETE SET NULL,
  review_status  varchar(50) NOT NULL,
  reviewed_by    uuid REFERENCES auth.users (id) ON DELETE SET NULL,
  reviewed_at    timestamptz,
  CONSTRAINT blacklist_review_status_check CHECK (review_status IN ('pending', 'reviewed', 'appealed'))
);
CREATE INDEX IF NOT EXISTS idx_blacklist_config_hash ON experiments_v1.blacklist (config_hash);
CREATE INDEX IF NOT EXISTS idx_blacklist_review_status ON experiments_v1.blacklist (review_status);

CREATE TABLE IF NOT EXISTS experiments_v1.comparison_reports (
  id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  v1_experiment_id uuid NOT NULL REFERENCES experiments_v1.experiments (id) ON DELETE CASCADE,
  v2_version_id    uuid NOT NULL REFERENCES projects.versions (id) ON DELETE CASCADE,
  dataset_id       uuid NOT NULL,
  metrics          jsonb NOT NULL,
  recommendation   varchar(255) NOT NULL,
  confidence       numeric(3, 2) NOT NULL,
  created_at       timestamptz DEFAULT now(),
  CONSTRAINT comparison_reports_confidence_check CHECK (confidence BETWEEN 0 AND 1)
);
CREATE INDEX IF NOT EXISTS idx_comparison_reports_experiment
  ON experiments_v1.comparison_reports (v1_experiment_id);
CREATE INDEX IF NOT EXISTS idx_comparison_reports_version
  ON experiments_v1.comparison_reports (v2_version_id);
