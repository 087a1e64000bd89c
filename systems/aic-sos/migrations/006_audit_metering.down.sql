-- Lost: the audit log, all metering and its summaries. Rotation log and decisions stay, but may be changed.

DROP TABLE IF EXISTS audit_config;
DROP TABLE IF EXISTS usage_summary;
DROP TABLE IF EXISTS metering_events;
DO $do$
DECLARE
  relation text;
BEGIN
  FOREACH relation IN ARRAY ARRAY['secret_rotation_log', 'approval_decisions'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS %I ON %I', relation || '_append_only', relation);
    EXECUTE format('DROP TRIGGER IF EXISTS %I ON %I', relation || '_no_truncate', relation);
  END LOOP;
EXCEPTION WHEN undefined_table THEN
  NULL;  -- The tables are gone already, and their triggers with them.
END
$do$;
DO $do$
BEGIN
  DROP FUNCTION IF EXISTS audit_event_hash(audit_events);
EXCEPTION WHEN undefined_object THEN
  NULL;  -- The row type is gone already, and the function with it.
END
$do$;
DROP TABLE IF EXISTS audit_events;
DROP FUNCTION IF EXISTS guard_append_only();
DROP FUNCTION IF EXISTS audit_chain();
DROP FUNCTION IF EXISTS mask_sensitive(jsonb);
