-- The quarantine is an archive: of a record only the review may change, and it leaves only when its retention
-- is over. SECURITY DEFINER, so that the check does not depend on what the caller may see.

CREATE OR REPLACE FUNCTION quarantine.guard_record() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $func$
DECLARE
  review constant text[] := ARRAY['status', 'reviewed_at', 'reviewed_by', 'review_notes'];
  kept_days integer;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- The foreign keys forget a user or an experiment that is gone.
    IF NEW.quarantined_by IS NULL AND NOT EXISTS (SELECT FROM auth.users AS u WHERE u.id = OLD.quarantined_by)
    THEN
      OLD.quarantined_by := NULL;
    END IF;
    IF NEW.source_experiment_id IS NULL AND NOT EXISTS (
      SELECT FROM experiments_v1.experiments AS e WHERE e.id = OLD.source_experiment_id)
    THEN
      OLD.source_experiment_id := NULL;
    END IF;
    IF to_jsonb(NEW) - review = to_jsonb(OLD) - review THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a quarantined record is read-only but for its review'
      USING ERRCODE = 'restrict_violation',
      HINT = 'Only ' || array_to_string(review, ', ') || ' may change.';
  END IF;
  -- The retention of 002 would otherwise never end: a record may go once it is older than its period.
  IF TG_OP = 'DELETE' AND to_regclass('system.retention_policies') IS NOT NULL THEN
    EXECUTE 'SELECT retention_days FROM system.retention_policies WHERE enabled '
      'AND table_schema = ''quarantine'' AND table_name = ''quarantined_records''' INTO kept_days;
    IF OLD.quarantined_at < now() - make_interval(days => kept_days) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION '% on quarantine.quarantined_records is refused: the archive is read-only', TG_OP
    USING ERRCODE = 'restrict_violation', HINT = 'A record may go when its retention period is over.';
END
$func$;
REVOKE ALL ON FUNCTION quarantine.guard_record() FROM PUBLIC;

DROP TRIGGER IF EXISTS quarantined_records_guard ON quarantine.quarantined_records;
CREATE TRIGGER quarantined_records_guard BEFORE UPDATE OR DELETE ON quarantine.quarantined_records
  FOR EACH ROW EXECUTE FUNCTION quarantine.guard_record();

DROP TRIGGER IF EXISTS quarantined_records_no_truncate ON quarantine.quarantined_records;
CREATE TRIGGER quarantined_records_no_truncate BEFORE TRUNCATE ON quarantine.quarantined_records
  FOR EACH STATEMENT EXECUTE FUNCTION quarantine.guard_record();
