-- The audit log: entries are chained as they come in, and never changed after that.

-- case: an entry follows from the one before; what the writer put into the chain's columns is replaced
-- guard: DROP TRIGGER validate_audit_chain ON audits.audit_log
INSERT INTO audits.audit_log (entity_type, action, signature) VALUES ('report', 'FIRST', 'forged');
INSERT INTO audits.audit_log (id, entity_type, action, prev_hash, signature) OVERRIDING SYSTEM VALUE
VALUES (900000, 'report', 'SECOND', 'forged', 'forged');
-- expect: FIRST | SECOND
SELECT a.action, b.action
FROM audits.audit_log AS a JOIN audits.audit_log AS b ON b.prev_hash = a.signature AND b.id = a.id + 1;
-- expect: 0
SELECT count(*) FROM audits.audit_log WHERE signature = 'forged' OR prev_hash = 'forged';

-- case: the signature is SHA-256 over the signature before and the entry
-- guard: CREATE OR REPLACE FUNCTION audits.entry_signature(entry audits.audit_log) RETURNS text
--     LANGUAGE sql STABLE RETURN md5(entry.id::text)
INSERT INTO audits.audit_log (entity_type, action) VALUES ('report', 'FIRST'), ('report', 'SECOND');
-- expect: 2
SELECT count(*) FROM audits.audit_log WHERE signature ~ '^[0-9a-f]{64}$';
-- expect: 2
SELECT count(DISTINCT audits.entry_signature(jsonb_populate_record(a, prev)))
FROM audits.audit_log AS a, (VALUES ('{"prev_hash": "x"}'::jsonb), ('{"prev_hash": "y"}')) AS p (prev)
WHERE a.action = 'SECOND';

-- case: ids have no gap, even where a transaction was given up in between
-- guard: DO $do$ BEGIN EXECUTE replace(
--     pg_get_functiondef('audits.validate_audit_chain()'::regprocedure), 'NEW.id := head.id + 1;', '');
--     END $do$
INSERT INTO audits.audit_log (entity_type, action) VALUES ('report', 'FIRST');
SELECT nextval(pg_get_serial_sequence('audits.audit_log', 'id'));
INSERT INTO audits.audit_log (entity_type, action) VALUES ('report', 'SECOND');
-- expect: 1
SELECT max(id) - min(id) FROM audits.audit_log;

-- case: the same letters in other fields make another signature
-- guard: CREATE OR REPLACE FUNCTION audits.entry_signature(entry audits.audit_log) RETURNS text
--     LANGUAGE sql STABLE RETURN md5(concat(entry.entity_type, entry.entity_id))
-- expect: 2
SELECT count(DISTINCT audits.entry_signature(jsonb_populate_record(NULL::audits.audit_log, entry)))
FROM (VALUES
  ('{"entity_type": "ab", "entity_id": "c"}'::jsonb),
  ('{"entity_type": "a", "entity_id": "bc"}')
) AS entries (entry);

-- case: the chain does not depend on the settings of the session that checks it
-- guard: CREATE OR REPLACE FUNCTION audits.entry_signature(entry audits.audit_log) RETURNS text
--     LANGUAGE sql STABLE RETURN md5(entry.id || entry."timestamp"::text)
SET LOCAL timezone = 'UTC';
INSERT INTO audits.audit_log (entity_type, action) VALUES ('report', 'FIRST'), ('report', 'SECOND');
SET LOCAL timezone = 'Asia/Tokyo';
SET LOCAL datestyle = 'German';
-- expect: none
SELECT * FROM audits.verify_chain();

-- case: an entry is not changed
-- guard: DROP TRIGGER prevent_audit_modification ON audits.audit_log
INSERT INTO audits.audit_log (entity_type, action) VALUES ('report', 'FIRST');
-- expect: error 23001 immutable
UPDATE audits.audit_log SET action = 'OTHER';
-- expect: FIRST
SELECT action FROM audits.audit_log;

-- case: an entry is not deleted
-- guard: DROP TRIGGER prevent_audit_modification ON audits.audit_log
INSERT INTO audits.audit_log (entity_type, action) VALUES ('report', 'FIRST');
-- expect: error 23001 immutable
DELETE FROM audits.audit_log;
-- expect: 1
SELECT count(*) FROM audits.audit_log;

-- case: the log is not emptied
-- guard: CREATE OR REPLACE FUNCTION audits.prevent_audit_modification() RETURNS trigger LANGUAGE plpgsql
--     AS $func$ BEGIN RETURN NULL; END $func$
INSERT INTO audits.audit_log (entity_type, action) VALUES ('report', 'FIRST');
-- expect: error 23001 immutable
TRUNCATE audits.audit_log;

-- case: a single partition is neither changed nor emptied
-- guard: DROP TRIGGER prevent_audit_modification ON audits.audit_log
-- guard: DROP TRIGGER prevent_audit_truncate ON audits.audit_log_2025_01
INSERT INTO audits.audit_log (entity_type, action, "timestamp")
VALUES ('report', 'FIRST', '2025-01-15 12:00+00');
-- expect: error 23001 immutable
UPDATE audits.audit_log_2025_01 SET action = 'OTHER';
-- expect: error 23001 immutable
DELETE FROM audits.audit_log_2025_01;
-- expect: error 23001 immutable
TRUNCATE audits.audit_log_2025_01;

-- case: an entry put straight into a partition is chained as well
-- guard: DROP TRIGGER validate_audit_chain ON audits.audit_log
INSERT INTO audits.audit_log (entity_type, action, signature) VALUES ('report', 'FIRST', 'forged');
INSERT INTO audits.audit_log_2025_01 (id, entity_type, action, signature, "timestamp")
OVERRIDING SYSTEM VALUE  -- From PostgreSQL 17 on, a partition's id is an identity as well.
VALUES (900000, 'report', 'SECOND', 'forged', '2025-01-15 12:00+00');
-- expect: none
SELECT * FROM audits.verify_chain();

-- case: an entry is not dated in the future
-- guard: DROP TRIGGER validate_audit_chain ON audits.audit_log
-- expect: error 23514 future
INSERT INTO audits.audit_log (entity_type, action, signature, "timestamp")
VALUES ('report', 'LATER', 'forged', now() + interval '1 day');

-- case: an entry is not written where an old snapshot would fork the chain
-- guard: SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
--     DROP TRIGGER validate_audit_chain ON audits.audit_log
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
-- expect: error 0A000 isolation level
INSERT INTO audits.audit_log (entity_type, action, signature) VALUES ('report', 'FIRST', 'forged');

-- case: a writer who cannot read the log continues its chain
-- guard: ALTER FUNCTION audits.validate_audit_chain() SECURITY INVOKER
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
INSERT INTO audits.audit_log (entity_type, action) VALUES ('report', 'FIRST');
SET LOCAL ROLE app_readwrite;
-- expect: 1
INSERT INTO audits.audit_log (entity_type, action, user_id)
VALUES ('report', 'SECOND', 'a0000000-0000-4000-8000-000000000001');
RESET ROLE;
-- expect: none
SELECT * FROM audits.verify_chain();

-- case: an altered entry is found
-- guard: CREATE OR REPLACE FUNCTION audits.entry_signature(entry audits.audit_log) RETURNS text
--     LANGUAGE sql STABLE RETURN md5(entry.id::text)
INSERT INTO audits.audit_log (entity_type, action, payload)
VALUES ('report', 'FIRST', '{"amount": 10}'), ('report', 'SECOND', '{}');
ALTER TABLE audits.audit_log DISABLE TRIGGER prevent_audit_modification;
UPDATE audits.audit_log SET payload = '{"amount": 99}' WHERE action = 'FIRST';
-- expect: FIRST | the entry was altered
SELECT a.action, v.problem FROM audits.verify_chain() AS v JOIN audits.audit_log AS a ON a.id = v.entry_id;

-- case: an altered entry that was signed anew is found by the entry after it
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audits.verify_chain()'::regprocedure),
--     'e.prev_hash IS DISTINCT FROM e.previous_signature', 'false'); END $do$
INSERT INTO audits.audit_log (entity_type, action) VALUES ('report', 'FIRST'), ('report', 'SECOND');
ALTER TABLE audits.audit_log DISABLE TRIGGER prevent_audit_modification;
UPDATE audits.audit_log SET entity_id = 'other' WHERE action = 'FIRST';
UPDATE audits.audit_log AS a SET signature = audits.entry_signature(a) WHERE a.action = 'FIRST';
-- expect: SECOND | the link to the entry before is broken
SELECT a.action, v.problem FROM audits.verify_chain() AS v JOIN audits.audit_log AS a ON a.id = v.entry_id;

-- case: a missing entry is found, in the middle and at the beginning
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audits.verify_chain()'::regprocedure),
--     'THEN ''entries before this one are missing''', 'THEN NULL'); END $do$
INSERT INTO audits.audit_log (entity_type, action)
VALUES ('report', 'FIRST'), ('report', 'SECOND'), ('report', 'THIRD'), ('report', 'FOURTH');
ALTER TABLE audits.audit_log DISABLE TRIGGER prevent_audit_modification;
DELETE FROM audits.audit_log WHERE action IN ('FIRST', 'THIRD');
-- expect: rows
--   SECOND | entries before this one are missing
--   FOURTH | entries before this one are missing
SELECT a.action, v.problem FROM audits.verify_chain() AS v JOIN audits.audit_log AS a ON a.id = v.entry_id
ORDER BY a.id;

-- case: an entry that occurs twice is found
-- guard: DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audits.verify_chain()'::regprocedure),
--     'WHEN e.previous_id = e.id THEN', 'WHEN e.previous_id = e.id AND false THEN'); END $do$;
--     DO $do$ BEGIN EXECUTE replace(pg_get_functiondef('audits.verify_chain()'::regprocedure),
--     'THEN ''entries before this one are missing''', 'THEN NULL'); END $do$
INSERT INTO audits.audit_log (entity_type, action) VALUES ('report', 'FIRST');
ALTER TABLE audits.audit_log DISABLE TRIGGER validate_audit_chain;
INSERT INTO audits.audit_log OVERRIDING SYSTEM VALUE
SELECT (jsonb_populate_record(a, jsonb_build_object('timestamp', a."timestamp" - interval '1 hour'))).*
FROM audits.audit_log AS a;
ALTER TABLE audits.audit_log DISABLE TRIGGER prevent_audit_modification;
UPDATE audits.audit_log AS a SET signature = audits.entry_signature(a);
-- expect: the id occurs twice
SELECT problem FROM audits.verify_chain();

-- case: a user sees the entries of his own actions
-- guard: ALTER POLICY audit_log_owner ON audits.audit_log USING (true)
-- guard: ALTER VIEW audits.statistics SET (security_invoker = false)
INSERT INTO audits.audit_log (entity_type, action, user_id) VALUES
  ('report', 'EXPORT', 'a0000000-0000-4000-8000-000000000001'),
  ('report', 'EXPORT', 'b0000000-0000-4000-8000-000000000001'),
  ('report', 'EXPORT', NULL);
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readonly;
-- expect: a0000000-0000-4000-8000-000000000001
SELECT user_id FROM audits.audit_log;
-- expect: report | EXPORT | 1 | 1
SELECT entity_type, action, entries, users FROM audits.statistics;

-- case: an entry is written in one's own name, and never as one of the log about itself
-- guard: ALTER POLICY audit_log_owner ON audits.audit_log WITH CHECK (true)
-- guard: ALTER POLICY audit_log_owner ON audits.audit_log
--     WITH CHECK (user_id = (SELECT auth.current_user_id()))
SELECT set_config('app.current_user_id', 'a0000000-0000-4000-8000-000000000001', true);
SET LOCAL ROLE app_readwrite;
-- expect: error 42501 row-level security
INSERT INTO audits.audit_log (entity_type, action, user_id)
VALUES ('report', 'EXPORT', 'b0000000-0000-4000-8000-000000000001');
-- expect: error 42501 row-level security
INSERT INTO audits.audit_log (entity_type, action, user_id)
VALUES ('audits.audit_log', 'CHECKPOINT', 'a0000000-0000-4000-8000-000000000001');
