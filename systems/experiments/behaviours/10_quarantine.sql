-- Zone v3: the quarantine is an archive. Of a record only the review changes, and it leaves when its
-- retention period is over.

INSERT INTO auth.users (id, email, password_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'ada@example.com', '$argon2id$invented'),
  ('b0000000-0000-4000-8000-000000000001', 'ben@example.com', '$argon2id$invented');
INSERT INTO experiments_v1.experiments (id, name, config, dataset_id, status, user_id) VALUES
  ('a0000000-0000-4000-8000-000000000020', 'Ada tries', '{}',
    'd0000000-0000-4000-8000-000000000001', 'created', 'a0000000-0000-4000-8000-000000000001');
INSERT INTO quarantine.quarantined_records
  (id, source_experiment_id, config_hash, config, reason, evidence, status, quarantined_by, quarantined_at)
VALUES
  ('a0000000-0000-4000-8000-000000000040', 'a0000000-0000-4000-8000-000000000020', 'hash', '{}', 'leaks',
    '{}', 'quarantined', 'b0000000-0000-4000-8000-000000000001', now() - interval '10 days');

-- case: what was quarantined, why and with what evidence is not changed
-- guard: DROP TRIGGER quarantined_records_guard ON quarantine.quarantined_records
-- expect: error 23001 read-only
UPDATE quarantine.quarantined_records SET reason = 'a misunderstanding';
-- expect: error 23001 read-only
UPDATE quarantine.quarantined_records SET evidence = '{"none": true}';
-- expect: error 23001 read-only
UPDATE quarantine.quarantined_records SET config = '{"other": true}', status = 'under_review';
-- expect: error 23001 read-only
UPDATE quarantine.quarantined_records SET quarantined_at = now() - interval '3 years';

-- case: the review of a record is written
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('quarantine.guard_record()'::regprocedure), ', ''review_notes''', ''); END $do$
-- expect: 1
UPDATE quarantine.quarantined_records SET
  status = 'approved_retry', reviewed_at = now(), reviewed_by = 'a0000000-0000-4000-8000-000000000001',
  review_notes = 'the data set was at fault';

-- case: a record is not deleted within its retention period
-- guard: DROP TRIGGER quarantined_records_guard ON quarantine.quarantined_records
-- guard: UPDATE system.retention_policies SET retention_days = 5 WHERE table_name = 'quarantined_records'
-- expect: error 23001 archive
DELETE FROM quarantine.quarantined_records;

-- case: a record may go when its retention period is over
-- guard: CREATE OR REPLACE FUNCTION quarantine.guard_record() RETURNS trigger LANGUAGE plpgsql
--     AS $func$ BEGIN RAISE restrict_violation; END $func$
-- guard: UPDATE system.retention_policies SET retention_days = 7300 WHERE table_name = 'quarantined_records'
INSERT INTO quarantine.quarantined_records
  (config_hash, config, reason, evidence, status, quarantined_at)
VALUES ('old hash', '{}', 'leaks', '{}', 'quarantined', now() - interval '731 days');
-- expect: 1
DELETE FROM quarantine.quarantined_records WHERE config_hash = 'old hash';

-- case: no record goes where the retention is switched off
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('quarantine.guard_record()'::regprocedure), 'WHERE enabled ', 'WHERE true ');
--     END $do$
UPDATE system.retention_policies SET enabled = false WHERE table_name = 'quarantined_records';
INSERT INTO quarantine.quarantined_records
  (config_hash, config, reason, evidence, status, quarantined_at)
VALUES ('old hash', '{}', 'leaks', '{}', 'quarantined', now() - interval '731 days');
-- expect: error 23001 archive
DELETE FROM quarantine.quarantined_records WHERE config_hash = 'old hash';

-- case: the archive is not emptied
-- guard: DROP TRIGGER quarantined_records_no_truncate ON quarantine.quarantined_records
-- expect: error 23001 archive
TRUNCATE quarantine.quarantined_records, quarantine.reevaluation_requests;

-- case: a configuration is quarantined once
-- guard: ALTER TABLE quarantine.quarantined_records DROP CONSTRAINT quarantined_records_config_hash_key
-- expect: error 23505
INSERT INTO quarantine.quarantined_records (config_hash, config, reason, evidence, status)
VALUES ('hash', '{}', 'again', '{}', 'quarantined');

-- case: a record outlives its experiment and the account that quarantined it
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('quarantine.guard_record()'::regprocedure),
--     'OLD.source_experiment_id := NULL;', 'NULL;'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('quarantine.guard_record()'::regprocedure),
--     'OLD.quarantined_by := NULL;', 'NULL;'); END $do$
-- expect: 1
DELETE FROM experiments_v1.experiments;
-- expect: 1
DELETE FROM auth.users WHERE id = 'b0000000-0000-4000-8000-000000000001';
-- expect: leaks
SELECT reason FROM quarantine.quarantined_records
WHERE source_experiment_id IS NULL AND quarantined_by IS NULL;

-- case: a record keeps its experiment and its account as long as they exist
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('quarantine.guard_record()'::regprocedure),
--     'e.id = OLD.source_experiment_id', 'false'); END $do$
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('quarantine.guard_record()'::regprocedure),
--     'u.id = OLD.quarantined_by', 'false'); END $do$
-- expect: error 23001 read-only
UPDATE quarantine.quarantined_records SET source_experiment_id = NULL;
-- expect: error 23001 read-only
UPDATE quarantine.quarantined_records SET quarantined_by = NULL;

-- case: records and requests have the states they may have
-- guard: ALTER TABLE quarantine.quarantined_records DROP CONSTRAINT quarantined_records_status_check
-- guard: ALTER TABLE quarantine.reevaluation_requests DROP CONSTRAINT reevaluation_requests_status_check
-- expect: error 23514
UPDATE quarantine.quarantined_records SET status = 'released';
-- expect: error 23514
INSERT INTO quarantine.reevaluation_requests (quarantine_id, reason, status)
VALUES ('a0000000-0000-4000-8000-000000000040', 'fixed', 'urgent');

-- case: the figures of a month count each state
-- guard: CREATE OR REPLACE VIEW quarantine.statistics WITH (security_invoker = true) AS
--     SELECT date_trunc('month', quarantined_at AT TIME ZONE 'UTC')::date AS month, count(*) AS total,
--     count(*) AS quarantined, 0::bigint AS under_review, 0::bigint AS approved_retry
--     FROM quarantine.quarantined_records GROUP BY 1
INSERT INTO quarantine.quarantined_records (config_hash, config, reason, evidence, status, quarantined_at)
VALUES
  ('m1', '{}', 'x', '{}', 'quarantined', '2025-03-31 23:30+00'),
  ('m2', '{}', 'x', '{}', 'under_review', '2025-03-01 00:00+00'),
  ('m3', '{}', 'x', '{}', 'approved_retry', '2025-03-15 00:00+00');
SET LOCAL timezone = 'Asia/Tokyo';
-- expect: 3 | 1 | 1 | 1
SELECT total, quarantined, under_review, approved_retry
FROM quarantine.statistics WHERE month = '2025-03-01';
