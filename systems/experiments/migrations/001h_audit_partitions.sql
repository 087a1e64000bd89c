-- The audit log's partitions: one per UTC month, a default for the rest, and the only way by which old
-- entries leave. These functions do DDL, so they run with the rights of the caller: the tables' owner.

-- Readers and writers go through the parent. On a partition itself row security is on, forced and without
-- a policy, so that a careless grant on one shows nothing; TRUNCATE has no row trigger to stop it.
CREATE OR REPLACE FUNCTION audits.protect_partition(partition regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $func$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', partition);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', partition);
  EXECUTE format(
    'CREATE OR REPLACE TRIGGER prevent_audit_truncate BEFORE TRUNCATE ON %s '
    'FOR EACH STATEMENT EXECUTE FUNCTION audits.prevent_audit_modification()', partition);
END
$func$;
REVOKE ALL ON FUNCTION audits.protect_partition(regclass) FROM PUBLIC;

-- Makes the partition of a month, unless it is there; says whether it was made. Entries of that month that
-- went to the default partition meanwhile are moved with their ids and signatures, so the chain holds.
CREATE OR REPLACE FUNCTION audits.create_month_partition(month date) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $func$
DECLARE
  first timestamp := date_trunc('month', month::timestamp);
  lower_bound timestamptz := first AT TIME ZONE 'UTC';
  upper_bound timestamptz := (first + interval '1 month') AT TIME ZONE 'UTC';
  partition text := 'audits.audit_log_' || to_char(first, 'YYYY_MM');
  overflow boolean;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audits.audit_log partitions', 0));
  IF EXISTS (
    SELECT FROM pg_inherits AS i
    WHERE i.inhparent = 'audits.audit_log'::regclass AND i.inhrelid = to_regclass(partition))
  THEN
    RETURN false;
  END IF;
  EXECUTE format('CREATE TABLE %s (LIKE audits.audit_log INCLUDING DEFAULTS)', partition);
  overflow := EXISTS (
    SELECT FROM audits.audit_log WHERE "timestamp" >= lower_bound AND "timestamp" < upper_bound);
  IF overflow THEN
    LOCK TABLE audits.audit_log IN ACCESS EXCLUSIVE MODE;
    EXECUTE format(
      'INSERT INTO %s SELECT * FROM audits.audit_log WHERE "timestamp" >= $1 AND "timestamp" < $2', partition)
      USING lower_bound, upper_bound;
    -- Detached, the default partition is free of the row triggers; the owner must see what he removes.
    ALTER TABLE audits.audit_log DETACH PARTITION audits.audit_log_default;
    ALTER TABLE audits.audit_log_default NO FORCE ROW LEVEL SECURITY;
    DELETE FROM audits.audit_log_default WHERE "timestamp" >= lower_bound AND "timestamp" < upper_bound;
    ALTER TABLE audits.audit_log_default FORCE ROW LEVEL SECURITY;
  END IF;
  EXECUTE format(
    'ALTER TABLE audits.audit_log ATTACH PARTITION %s FOR VALUES FROM (%L) TO (%L)',
    partition, lower_bound, upper_bound);
  IF overflow THEN
    ALTER TABLE audits.audit_log ATTACH PARTITION audits.audit_log_default DEFAULT;
  END IF;
  PERFORM audits.protect_partition(partition::regclass);
  RETURN true;
END
$func$;
REVOKE ALL ON FUNCTION audits.create_month_partition(date) FROM PUBLIC;

-- Keeps the partitions ahead of time: this month and the next ones. Returns how many were made.
CREATE OR REPLACE FUNCTION audits.create_partitions_ahead(months integer DEFAULT 3) RETURNS bigint
LANGUAGE sql SET search_path = pg_catalog, pg_temp
AS $func$
  SELECT count(*) FILTER (WHERE audits.create_month_partition(
    ((now() AT TIME ZONE 'UTC') + make_interval(months => ahead))::date))
  FROM generate_series(0, months) AS ahead
$func$;
REVOKE ALL ON FUNCTION audits.create_partitions_ahead(integer) FROM PUBLIC;

-- Lists the partitions whose entries are all older than the days, and unless it is a dry run drops them.
-- Each drop is an entry of the log: it keeps the signatures that the remaining entries follow from.
CREATE OR REPLACE FUNCTION audits.drop_partitions_older_than(days integer, dry_run boolean DEFAULT true)
RETURNS TABLE (partition_name text, entries bigint, first_id bigint, last_id bigint)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $func$
DECLARE
  kept_days integer;
  partition regclass;
  first timestamp;
  boundaries jsonb;
BEGIN
  -- The policy table comes with version 002.
  IF to_regclass('system.retention_policies') IS NOT NULL THEN
    EXECUTE 'SELECT retention_days FROM system.retention_policies '
      'WHERE table_schema = ''audits'' AND table_name = ''audit_log''' INTO kept_days;
  END IF;
  IF days < coalesce(kept_days, 1) THEN
    RAISE EXCEPTION 'the audit log is kept for % days, so entries of % days cannot be dropped',
      coalesce(kept_days, 1), days USING ERRCODE = 'restrict_violation';
  END IF;
  FOR partition, first IN
    SELECT c.oid::regclass, to_date(right(c.relname, 7), 'YYYY_MM')::timestamp
    FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'audits.audit_log'::regclass AND c.relname ~ '^audit_log_\d{4}_\d{2}$'
    ORDER BY c.relname
  LOOP
    EXIT WHEN (first + interval '1 month') AT TIME ZONE 'UTC' > now() - make_interval(days => days);
    partition_name := partition::text;
    SELECT count(*), min(e.id), max(e.id), jsonb_agg(jsonb_build_object('id', e.id, 'signature', e.signature)
      ORDER BY e.id) FILTER (WHERE e.next_id IS DISTINCT FROM e.id + 1)
    INTO entries, first_id, last_id, boundaries
    FROM (
      SELECT a.id, a.signature, lead(a.id) OVER (ORDER BY a.id) AS next_id
      FROM audits.audit_log AS a
      WHERE a."timestamp" >= first AT TIME ZONE 'UTC'
        AND a."timestamp" < (first + interval '1 month') AT TIME ZONE 'UTC'
    ) AS e;
    IF NOT dry_run THEN
      IF entries > 0 THEN
        INSERT INTO audits.audit_log (entity_type, entity_id, action, user_id, payload)
        VALUES ('audits.audit_log', partition_name, 'CHECKPOINT', auth.current_user_id(), jsonb_build_object(
          'entries', entries, 'first_id', first_id, 'last_id', last_id, 'boundaries', boundaries));
      END IF;
      EXECUTE format('DROP TABLE %s', partition);
    END IF;
    RETURN NEXT;
  END LOOP;
END
$func$;
REVOKE ALL ON FUNCTION audits.drop_partitions_older_than(integer, boolean) FROM PUBLIC;

CREATE TABLE IF NOT EXISTS audits.audit_log_default PARTITION OF audits.audit_log DEFAULT;
SELECT audits.protect_partition('audits.audit_log_default');

-- Without a gap to three months ahead of today; a later month belongs to the maintenance, which calls
-- create_partitions_ahead. It begins with the first month of the platform, or on a rerun with the oldest
-- partition there is: months that retention has dropped stay dropped.
SELECT count(*) FILTER (WHERE audits.create_month_partition(month::date)) AS partitions_made
FROM generate_series(
  coalesce((
    SELECT min(to_date(right(c.relname, 7), 'YYYY_MM'))::timestamp
    FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'audits.audit_log'::regclass AND c.relname ~ '^audit_log_\d{4}_\d{2}$'
  ), timestamp '2024-12-01'),
  greatest(
    date_trunc('month', now() AT TIME ZONE 'UTC') + interval '3 months', timestamp '2025-12-01'),
  interval '1 month') AS month;
