-- The audit log: partitioned by month, immutable, each entry chained to the one before it.
-- Month partitions and their retention are in 001h.

CREATE SCHEMA IF NOT EXISTS audits;
REVOKE ALL ON SCHEMA audits FROM PUBLIC;

CREATE TABLE IF NOT EXISTS audits.audit_log (
  id          bigint GENERATED ALWAYS AS IDENTITY,
  entity_type varchar(100) NOT NULL,
  entity_id   text,
  action      varchar(50) NOT NULL,
  -- No foreign key: history outlives users.
  user_id     uuid,
  old_data    jsonb,
  new_data    jsonb,
  payload     jsonb DEFAULT '{}',
  prev_hash   text,
  signature   text NOT NULL,
  "timestamp" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, "timestamp")
) PARTITION BY RANGE ("timestamp");

-- The canonical text gives each field its length, so that no two entries share one text, and writes the
-- time in UTC, so that no setting of the session changes it. jsonb is canonical already.
CREATE OR REPLACE FUNCTION audits.entry_signature(entry audits.audit_log) RETURNS text
LANGUAGE sql STABLE
RETURN (
  SELECT encode(sha256(convert_to(
    string_agg(coalesce(octet_length(field) || ':' || field, '-'), ',' ORDER BY position), 'UTF8')), 'hex')
  FROM unnest(ARRAY[
    entry.prev_hash, entry.id::text, entry.entity_type::text, entry.entity_id, entry.action::text,
    entry.user_id::text, entry.old_data::text, entry.new_data::text, entry.payload::text,
    to_char(entry."timestamp" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')
  ]) WITH ORDINALITY AS fields (field, position)
);
REVOKE ALL ON FUNCTION audits.entry_signature(audits.audit_log) FROM PUBLIC;

-- Chains a new entry: id, prev_hash and signature are ours, whatever the caller wrote.
-- SECURITY DEFINER, because writers may insert entries but not read the last one. A definer that is no
-- superuser meets forced row security too; 003 admits the tables' owner to all rows for that reason.
CREATE OR REPLACE FUNCTION audits.validate_audit_chain() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $func$
DECLARE
  head record;
BEGIN
  -- An older snapshot would not see the last entry after the wait for the lock, and the chain would fork.
  IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
    RAISE EXCEPTION 'audit entries cannot be written at isolation level %',
      current_setting('transaction_isolation')
      USING ERRCODE = 'feature_not_supported', HINT = 'Use READ COMMITTED for transactions that are audited.';
  END IF;
  IF NEW."timestamp" > clock_timestamp() + interval '5 minutes' THEN
    RAISE EXCEPTION 'an audit entry cannot be dated in the future' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('audits.audit_log chain', 0));
  SELECT id, signature INTO head FROM audits.audit_log ORDER BY id DESC LIMIT 1;
  IF FOUND THEN
    -- Not the sequence: it has gaps after rollbacks, and a gap must mean that an entry is missing.
    NEW.id := head.id + 1;
    NEW.prev_hash := head.signature;
  ELSE
    NEW.prev_hash := NULL;
  END IF;
  NEW.signature := audits.entry_signature(NEW);
  RETURN NEW;
END
$func$;
REVOKE ALL ON FUNCTION audits.validate_audit_chain() FROM PUBLIC;

CREATE OR REPLACE FUNCTION audits.prevent_audit_modification() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $func$
BEGIN
  RAISE EXCEPTION '% on %.% is refused: the audit log is immutable', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', HINT = 'Entries leave the log only with their month''s partition.';
END
$func$;
REVOKE ALL ON FUNCTION audits.prevent_audit_modification() FROM PUBLIC;

DROP TRIGGER IF EXISTS validate_audit_chain ON audits.audit_log;
CREATE TRIGGER validate_audit_chain BEFORE INSERT ON audits.audit_log
  FOR EACH ROW EXECUTE FUNCTION audits.validate_audit_chain();

DROP TRIGGER IF EXISTS prevent_audit_modification ON audits.audit_log;
CREATE TRIGGER prevent_audit_modification BEFORE UPDATE OR DELETE ON audits.audit_log
  FOR EACH ROW EXECUTE FUNCTION audits.prevent_audit_modification();

-- Row triggers reach the partitions by themselves; this one each partition gets of its own (001h).
DROP TRIGGER IF EXISTS prevent_audit_truncate ON audits.audit_log;
CREATE TRIGGER prevent_audit_truncate BEFORE TRUNCATE ON audits.audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION audits.prevent_audit_modification();

-- Walks the chain and returns one row for each problem; no row means that it holds. Where a partition was
-- dropped, the entry after the cut must follow from a signature that the drop's checkpoint entry kept.
-- A chain cut off at its end still holds: only a copy of the last signature kept elsewhere tells that.
CREATE OR REPLACE FUNCTION audits.verify_chain() RETURNS TABLE (entry_id bigint, problem text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
AS $func$
  WITH entries AS (
    SELECT
      e.id, e.prev_hash, e.signature, audits.entry_signature(e) AS expected,
      lag(e.id) OVER by_id AS previous_id, lag(e.signature) OVER by_id AS previous_signature
    FROM audits.audit_log AS e
    WINDOW by_id AS (ORDER BY e.id)
  ), boundaries AS (
    SELECT (b ->> 'id')::bigint AS id, b ->> 'signature' AS signature
    FROM audits.audit_log AS e, jsonb_array_elements(e.payload -> 'boundaries') AS b
    WHERE e.entity_type = 'audits.audit_log' AND e.action = 'CHECKPOINT'
  ), judged AS (
    SELECT e.id, CASE
      WHEN e.signature <> e.expected THEN 'the entry was altered'
      WHEN e.previous_id = e.id THEN 'the id occurs twice'
      WHEN e.previous_id = e.id - 1 THEN
        CASE WHEN e.prev_hash IS DISTINCT FROM e.previous_signature
          THEN 'the link to the entry before is broken' END
      WHEN e.previous_id IS NULL AND e.prev_hash IS NULL THEN NULL
      WHEN NOT EXISTS (SELECT FROM boundaries AS b WHERE b.id = e.id - 1 AND b.signature = e.prev_hash)
        THEN 'entries before this one are missing'
    END AS problem
    FROM entries AS e
  )
  SELECT id, problem FROM judged WHERE problem IS NOT NULL ORDER BY id
$func$;
REVOKE ALL ON FUNCTION audits.verify_chain() FROM PUBLIC;

-- security_invoker: the view counts what its reader may see, not what its owner may. Days are UTC days.
CREATE OR REPLACE VIEW audits.statistics WITH (security_invoker = true) AS
SELECT
  entity_type,
  action,
  ("timestamp" AT TIME ZONE 'UTC')::date AS day,
  count(*) AS entries,
  count(DISTINCT user_id) AS users,
  min("timestamp") AS first_at,
  max("timestamp") AS last_at
FROM audits.audit_log
GROUP BY 1, 2, 3;
