-- Undoes 010. LOST: the retention rules with their changes. No other row is lost: what is in the partitions
-- of weeks and months goes back to the default partitions, which takes as long as copying it.

DROP FUNCTION IF EXISTS migration.extend_check(text, text, text[]);
DROP FUNCTION IF EXISTS migration.purge_tenant(uuid, text);
DROP FUNCTION IF EXISTS migration.apply_retention(boolean);
DROP FUNCTION IF EXISTS migration.ensure_partitions(text, date, date);
DROP FUNCTION IF EXISTS migration.protect_partition(text, text);
DROP TABLE IF EXISTS migration.data_retention_rules;
DO $$
BEGIN
  IF to_regprocedure('migration.is_test_tenant(uuid)') IS NOT NULL
    AND to_regrole('platform_admin_role') IS NOT NULL
  THEN
    REVOKE EXECUTE ON FUNCTION migration.is_test_tenant(uuid) FROM platform_admin_role;
  END IF;
END
$$;

-- Triggers are off meanwhile: rows of archived engagements move, too.
DO $$
DECLARE
  part record;
BEGIN
  FOR part IN
    SELECT i.inhparent::regclass AS parent, i.inhrelid::regclass AS child
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent IN (
        to_regclass('migration.agent_task_history'), to_regclass('migration.llm_usage_log'),
        to_regclass('migration.security_audit_logs')
      )
      AND c.relname !~ '_default$'
    ORDER BY 1, 2
  LOOP
    EXECUTE format('ALTER TABLE %s DETACH PARTITION %s', part.parent, part.child);
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', part.parent);
    EXECUTE format('INSERT INTO %s SELECT * FROM %s', part.parent, part.child);
    EXECUTE format('ALTER TABLE %s ENABLE TRIGGER USER', part.parent);
    EXECUTE format('DROP TABLE %s', part.child);
  END LOOP;
END
$$;
