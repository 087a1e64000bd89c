-- Zone v3, quarantine: a read-only archive of configurations that failed, and requests to try them again.
-- quarantined_records.source_experiment_id gets its key in 002b; what may change is guarded in 001k.

CREATE SCHEMA IF NOT EXISTS quarantine;
REVOKE ALL ON SCHEMA quarantine FROM PUBLIC;

CREATE TABLE IF NOT EXISTS quarantine.quarantined_records (
  id                   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  source_experiment_id uuid,
  config_hash          varchar(64) NOT NULL UNIQUE,
  config               jsonb NOT NULL,
  reason               text NOT NULL,
  evidence             jsonb NOT NULL,
  failure_metrics      jsonb,
  status               varchar(50) NOT NULL,
  quarantined_at       timestamptz NOT NULL DEFAULT now(),
  quarantined_by       uuid REFERENCES auth.users (id) ON DELETE SET NULL,
  reviewed_at          timestamptz,
  reviewed_by          uuid REFERENCES auth.users (id) ON DELETE SET NULL,
  review_notes         text,
  created_at           timestamptz DEFAULT now(),
  CONSTRAINT quarantined_records_status_check
    CHECK (status IN ('quarantined', 'under_review', 'approved_retry'))
);
CREATE INDEX IF NOT EXISTS idx_quarantined_records_config_hash
  ON quarantine.quarantined_records (config_hash);
CREATE INDEX IF NOT EXISTS idx_quarantined_records_quarantined_at
  ON quarantine.quarantined_records (quarantined_at);

CREATE TABLE IF NOT EXISTS quarantine.reevaluation_requests (
  id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  quarantine_id uuid NOT NULL REFERENCES quarantine.quarantined_records (id) ON DELETE CASCADE,
  requested_by  uuid REFERENCES auth.users (id) ON DELETE SET NULL,
  reason        text NOT NULL,
  status        varchar(50) NOT NULL,
  approved_by   uuid REFERENCES auth.users (id) ON DELETE SET NULL,
  approved_at   timestamptz,
  completed_at  timestamptz,
  result        jsonb,
  created_at    timestamptz DEFAULT now(),
  updated_at    timestamptz DEFAULT now(),
  CONSTRAINT reevaluation_requests_status_check
    CHECK (status IN ('pending', 'approved', 'rejected', 'completed'))
);
CREATE INDEX IF NOT EXISTS idx_reevaluation_requests_quarantine_id
  ON quarantine.reevaluation_requests (quarantine_id);
CREATE INDEX IF NOT EXISTS idx_reevaluation_requests_status ON quarantine.reevaluation_requests (status);
CREATE INDEX IF NOT EXISTS idx_reevaluation_requests_requested_by
  ON quarantine.reevaluation_requests (requested_by);

-- security_invoker: the view counts what its reader may see, not what its owner may.
-- Months are UTC months, whatever the reader's time zone.
CREATE OR REPLACE VIEW quarantine.statistics WITH (security_invoker = true) AS
SELECT
  date_trunc('month', quarantined_at AT TIME ZONE 'UTC')::date AS month,
  count(*) AS total,
  count(*) FILTER (WHERE status = 'quarantined') AS quarantined,
  count(*) FILTER (WHERE status = 'under_review') AS under_review,
  count(*) FILTER (WHERE status = 'approved_retry') AS approved_retry
FROM quarantine.quarantined_records
GROUP BY 1;
