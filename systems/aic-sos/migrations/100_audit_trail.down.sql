-- Lost: no data. Changes are no longer logged, and expired events stay.

DO $do$
DECLARE
  audited record;
BEGIN
  FOR audited IN
    SELECT t.tgname, t.tgrelid::regclass AS relation FROM pg_trigger AS t
    WHERE t.tgfoid = to_regprocedure('audit_row_change()')
  LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', audited.tgname, audited.relation);
  END LOOP;
END
$do$;
DO $do$
BEGIN
  DROP FUNCTION IF EXISTS export_audit(uuid, timestamptz);
  DROP FUNCTION IF EXISTS purge_expired_audit(uuid);
  DROP FUNCTION IF EXISTS verify_audit_chain(uuid, uuid);
  DROP FUNCTION IF EXISTS audit_row_change();
  DROP FUNCTION IF EXISTS audit_action(text, text, jsonb, jsonb);
  DROP FUNCTION IF EXISTS append_audit_event(text, text, uuid, jsonb, text, text, uuid, timestamptz, uuid);
END
$do$;
