-- Purpose: what happened, for security and for compliance.
-- Tables: security_audit_logs (partitioned by month), access_audit_log
-- Decisions:
--   No keys to tenants or users: entries outlive what they name. Platform events have no client.
--   Append-only by trigger, for everybody but the functions of retention and erasure. A security event can be
--   marked as reviewed, once.
--   Archived engagements still get entries.

SET LOCAL search_path = migration, public;

CREATE TABLE IF NOT EXISTS security_audit_logs (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  client_account_id uuid,
  engagement_id uuid,
  event_type varchar(100) NOT NULL,
  event_category varchar(50) NOT NULL CHECK (event_category IN ('auth', 'access', 'data', 'config', 'admin')),
  severity varchar(20) NOT NULL DEFAULT 'INFO' CHECK (severity IN ('INFO', 'WARNING', 'ERROR', 'CRITICAL')),
  actor_user_id varchar(36) NOT NULL,
  actor_email varchar(255),
  actor_role varchar(50),
  target_user_id varchar(36),
  target_email varchar(255),
  target_type varchar(50),
  target_id varchar(36),
  ip_address varchar(45),
  user_agent text,
  request_path varchar(500),
  request_method varchar(10),
  request_id varchar(255),
  session_id varchar(255),
  action varchar(100),
  result varchar(20) CHECK (result IN ('success', 'failure', 'error')),
  description text NOT NULL,
  details jsonb,
  is_suspicious boolean NOT NULL DEFAULT false,
  requires_review boolean NOT NULL DEFAULT false,
  is_blocked boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  reviewed_at timestamptz,
  reviewed_by varchar(36),
  PRIMARY KEY (id, created_at)
) PARTITION BY RANGE (created_at);
CREATE TABLE IF NOT EXISTS security_audit_logs_default PARTITION OF security_audit_logs DEFAULT;
CREATE INDEX IF NOT EXISTS ix_security_audit_logs_client_engagement
  ON security_audit_logs (client_account_id, engagement_id);
CREATE INDEX IF NOT EXISTS ix_security_audit_logs_actor_user_id ON security_audit_logs (actor_user_id);
CREATE INDEX IF NOT EXISTS ix_security_audit_logs_target_user_id ON security_audit_logs (target_user_id);
CREATE INDEX IF NOT EXISTS ix_security_audit_logs_event_type ON security_audit_logs (event_type);
CREATE INDEX IF NOT EXISTS ix_security_audit_logs_severity ON security_audit_logs (severity);
CREATE INDEX IF NOT EXISTS ix_security_audit_logs_created_at ON security_audit_logs (created_at);
CREATE INDEX IF NOT EXISTS ix_security_audit_logs_is_suspicious ON security_audit_logs (is_suspicious)
  WHERE is_suspicious;
ALTER TABLE security_audit_logs OWNER TO migration_owner;
ALTER TABLE security_audit_logs_default OWNER TO migration_owner;

CREATE TABLE IF NOT EXISTS access_audit_log (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL,
  action_type varchar(100) NOT NULL,
  resource_type varchar(100),
  resource_id varchar(36),
  client_account_id uuid,
  engagement_id uuid,
  result varchar(20) NOT NULL,
  reason text,
  ip_address varchar(45),
  user_agent text,
  details jsonb,
  request_details jsonb,
  performance_metrics jsonb,
  security_context jsonb,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS ix_access_audit_log_user_id ON access_audit_log (user_id);
CREATE INDEX IF NOT EXISTS ix_access_audit_log_action_type ON access_audit_log (action_type);
CREATE INDEX IF NOT EXISTS ix_access_audit_log_resource_type ON access_audit_log (resource_type);
CREATE INDEX IF NOT EXISTS ix_access_audit_log_result ON access_audit_log (result);
CREATE INDEX IF NOT EXISTS ix_access_audit_log_created_at ON access_audit_log (created_at);
CREATE INDEX IF NOT EXISTS ix_access_audit_log_client_engagement
  ON access_audit_log (client_account_id, engagement_id);
ALTER TABLE access_audit_log OWNER TO migration_owner;

CREATE OR REPLACE FUNCTION guard_append_only() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  review constant text[] := ARRAY['reviewed_at', 'reviewed_by'];
  before jsonb;
  after jsonb;
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'migration_definer' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND TG_ARGV[0] = 'reviewed once' THEN
    before := to_jsonb(OLD);
    after := to_jsonb(NEW);
    IF before ->> 'reviewed_at' IS NULL AND before ->> 'reviewed_by' IS NULL
      AND after ->> 'reviewed_at' IS NOT NULL AND after ->> 'reviewed_by' IS NOT NULL
      AND before - review = after - review
    THEN
      RETURN NEW;
    END IF;
    RAISE insufficient_privilege USING
      MESSAGE = format('%s is append-only: update refused', TG_ARGV[1]),
      HINT = 'An entry can be marked as reviewed, once, by reviewed_at and reviewed_by together.';
  END IF;
  RAISE insufficient_privilege USING
    MESSAGE = format('%s is append-only: %s refused', TG_ARGV[1], lower(TG_OP)),
    HINT = 'Old entries go by apply_retention(), those of a client by purge_tenant().';
END
$$;
ALTER FUNCTION guard_append_only() OWNER TO migration_owner;
REVOKE ALL ON FUNCTION guard_append_only() FROM PUBLIC;

CREATE OR REPLACE TRIGGER security_audit_logs_append_only
  BEFORE UPDATE OR DELETE ON security_audit_logs
  FOR EACH ROW EXECUTE FUNCTION guard_append_only('reviewed once', 'security_audit_logs');
-- A trigger for TRUNCATE is not inherited: each partition has its own.
CREATE OR REPLACE TRIGGER security_audit_logs_no_truncate
  BEFORE TRUNCATE ON security_audit_logs
  FOR EACH STATEMENT EXECUTE FUNCTION guard_append_only('', 'security_audit_logs');
CREATE OR REPLACE TRIGGER security_audit_logs_no_truncate
  BEFORE TRUNCATE ON security_audit_logs_default
  FOR EACH STATEMENT EXECUTE FUNCTION guard_append_only('', 'security_audit_logs');
CREATE OR REPLACE TRIGGER access_audit_log_append_only
  BEFORE UPDATE OR DELETE ON access_audit_log
  FOR EACH ROW EXECUTE FUNCTION guard_append_only('', 'access_audit_log');
CREATE OR REPLACE TRIGGER access_audit_log_no_truncate
  BEFORE TRUNCATE ON access_audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION guard_append_only('', 'access_audit_log');
