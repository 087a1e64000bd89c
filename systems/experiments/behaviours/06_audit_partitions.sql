-- The months of the audit log: where an entry goes, how months are made, and how old ones leave.

-- case: an entry goes to the partition of its UTC month
-- guard: ALTER TABLE audits.audit_log DETACH PARTITION audits.audit_log_2025_03
SET LOCAL timezone = 'Europe/Berlin';
INSERT INTO audits.audit_log (entity_type, action, "timestamp") VALUES
  ('report', 'MARCH', '2025-04-01 01:00+02'),
  ('report', 'APRIL', '2025-04-01 00:00+00');
-- expect: rows
--   APRIL | audits.audit_log_2025_04
--   MARCH | audits.audit_log_2025_03
SELECT action, tableoid::regclass FROM audits.audit_log ORDER BY action;

-- case: an entry of a month without a partition is kept in the default one
-- guard: ALTER TABLE audits.audit_log DETACH PARTITION audits.audit_log_default
-- expect: 1
INSERT INTO audits.audit_log (entity_type, action, "timestamp")
VALUES ('report', 'OLD', '2015-01-15 12:00+00');
-- expect: audits.audit_log_default
SELECT tableoid::regclass FROM audits.audit_log;

-- case: this month and the next three have their partitions
-- guard: DO $do$ BEGIN EXECUTE 'DROP TABLE audits.audit_log_'
--     || to_char((now() AT TIME ZONE 'UTC') + interval '3 months', 'YYYY_MM'); END $do$
-- expect: 4
SELECT count(*)
FROM generate_series(0, 3) AS ahead
WHERE to_regclass('audits.audit_log_' || to_char(
  (now() AT TIME ZONE 'UTC') + make_interval(months => ahead), 'YYYY_MM')) IS NOT NULL;

-- case: partitions ahead are made once
-- guard: CREATE OR REPLACE FUNCTION audits.create_partitions_ahead(months integer DEFAULT 3) RETURNS bigint
--     LANGUAGE sql AS 'SELECT 0::bigint'
-- expect: 3
SELECT audits.create_partitions_ahead(6);
-- expect: 0
SELECT audits.create_partitions_ahead(6);

-- case: a month made late takes its entries over from the default partition, and the chain holds
-- guard: CREATE OR REPLACE FUNCTION audits.create_month_partition(month date) RETURNS boolean
--     LANGUAGE sql AS 'SELECT true'
INSERT INTO audits.audit_log (entity_type, action, "timestamp") VALUES
  ('report', 'JANUARY', '2015-01-15 12:00+00'),
  ('report', 'FEBRUARY', '2015-02-15 12:00+00'),
  ('report', 'NOW', now());
-- expect: true
SELECT audits.create_month_partition('2015-01-20')::text;
-- expect: rows
--   audits.audit_log_2015_01 | JANUARY
--   audits.audit_log_default | FEBRUARY
SELECT tableoid::regclass, action FROM audits.audit_log WHERE "timestamp" < '2016-01-01' ORDER BY id;
-- expect: none
SELECT * FROM audits.verify_chain();

-- case: a new month is protected like the others
-- guard: CREATE OR REPLACE FUNCTION audits.protect_partition(partition regclass) RETURNS void
--     LANGUAGE sql AS ''
SELECT audits.create_month_partition('2015-01-01');
INSERT INTO audits.audit_log (entity_type, action, "timestamp")
VALUES ('report', 'OLD', '2015-01-15 12:00+00');
-- expect: error 23001 immutable
UPDATE audits.audit_log_2015_01 SET action = 'OTHER';
-- expect: error 23001 immutable
TRUNCATE audits.audit_log_2015_01;
-- expect: 1
SELECT count(*) FROM pg_class
WHERE oid = 'audits.audit_log_2015_01'::regclass AND relrowsecurity AND relforcerowsecurity;

-- case: a partition shows nothing to a role that was carelessly granted it
-- guard: ALTER TABLE audits.audit_log_2025_01 DISABLE ROW LEVEL SECURITY
INSERT INTO audits.audit_log (entity_type, action, "timestamp")
VALUES ('report', 'OLD', '2025-01-15 12:00+00');
GRANT SELECT ON audits.audit_log_2025_01 TO app_readonly;
SET LOCAL ROLE app_readonly;
-- expect: 0
SELECT count(*) FROM audits.audit_log_2025_01;

-- case: a dry run of the retention lists the months that may go, and drops none
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('audits.drop_partitions_older_than(integer, boolean)'::regprocedure),
--     'IF NOT dry_run THEN', 'IF true THEN'); END $do$
SELECT audits.create_month_partition('2015-01-01');
INSERT INTO audits.audit_log (entity_type, action, "timestamp")
VALUES ('report', 'OLD', '2015-01-15 12:00+00');
-- expect: audits.audit_log_2015_01 | 1
SELECT partition_name, entries FROM audits.drop_partitions_older_than(2555)
WHERE partition_name = 'audits.audit_log_2015_01';
-- expect: OLD
SELECT action FROM audits.audit_log;

-- case: the retention drops whole months, keeps younger ones, and the chain still holds
-- guard: CREATE OR REPLACE FUNCTION audits.drop_partitions_older_than(days integer,
--     dry_run boolean DEFAULT true)
--     RETURNS TABLE (partition_name text, entries bigint, first_id bigint, last_id bigint) LANGUAGE plpgsql
--     AS $func$ BEGIN DROP TABLE audits.audit_log_2015_01; END $func$
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('audits.drop_partitions_older_than(integer, boolean)'::regprocedure),
--     'EXIT WHEN', 'EXIT WHEN false AND'); END $do$
SELECT audits.create_month_partition('2015-01-01');
INSERT INTO audits.audit_log (entity_type, action, "timestamp") VALUES
  ('report', 'OLD', '2015-01-15 12:00+00'),
  ('report', 'OLD', '2015-01-16 12:00+00'),
  ('report', 'YOUNG', now());
-- expect: audits.audit_log_2015_01 | 2
SELECT partition_name, entries FROM audits.drop_partitions_older_than(2555, false)
WHERE partition_name = 'audits.audit_log_2015_01';
-- expect: rows
--   YOUNG
--   CHECKPOINT
SELECT action FROM audits.audit_log ORDER BY id;
-- expect: none
SELECT * FROM audits.verify_chain();

-- case: months of the log do not leave before the period that the policy sets
-- guard: UPDATE system.retention_policies SET retention_days = 1 WHERE table_name = 'audit_log'
-- expect: error 23001 kept for 2555 days
SELECT * FROM audits.drop_partitions_older_than(2554, false);

-- case: a longer period in the policy is obeyed at once
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('audits.drop_partitions_older_than(integer, boolean)'::regprocedure),
--     'IF days < coalesce(kept_days, 1) THEN', 'IF false THEN'); END $do$
UPDATE system.retention_policies SET retention_days = 3650 WHERE table_name = 'audit_log';
-- expect: error 23001 kept for 3650 days
SELECT * FROM audits.drop_partitions_older_than(2555);
