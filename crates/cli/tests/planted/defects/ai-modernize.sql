-- The migration platform: partitioned logs, a shared schema, views of all flows.

-- defect: a partition whose row security was switched off
-- command: validate
-- finds: partitions without forced row security (high)
-- about: llm_usage_log
DO $$ DECLARE part regclass; BEGIN
  SELECT relid INTO part FROM pg_partition_tree('migration.llm_usage_log') WHERE isleaf LIMIT 1;
  EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', part);
END $$;

-- defect: no partition for next month
-- command: validate
-- finds: tables without a partition for the next period (high)
-- about: llm_usage_log
DO $$ DECLARE part regclass; BEGIN
  FOR part IN SELECT relid FROM pg_partition_tree('migration.llm_usage_log') WHERE isleaf LOOP
    EXECUTE format('DROP TABLE %s', part);
  END LOOP;
END $$;

-- defect: row security not forced
-- command: health-check
-- finds: tenant_row_security (warning)
-- about: migration.assets: row security is not forced
-- mended
ALTER TABLE migration.assets NO FORCE ROW LEVEL SECURITY;

-- defect: a trigger that guards quotas, switched off after a load
-- command: health-check
-- finds: disabled_triggers (warning)
-- about: migration.engagements: trigger engagements_within_quota is switched off
-- mended
ALTER TABLE migration.engagements DISABLE TRIGGER engagements_within_quota;

-- defect: an application role that was made a superuser
-- command: health-check
-- finds: tenant_roles (critical)
-- about: the application role application_role is a superuser
-- mended
ALTER ROLE application_role SUPERUSER;
-- undo
ALTER ROLE application_role NOSUPERUSER;

-- defect: a view that reads with the rights of its owner
-- command: drift
-- finds: changed
-- about: view migration.v_all_flows
ALTER VIEW migration.v_all_flows SET (security_invoker = false);

-- defect: credentials that expired and still say active
-- command: validate
-- finds: credentials that expired and still say active (medium)
-- about: d1000000-0000-4000-8000-000000000001
SET session_replication_role = replica;
INSERT INTO migration.platform_credentials
  (client_account_id, platform_adapter_id, credential_name, encrypted_credentials, status, expires_at)
VALUES ('d1000000-0000-4000-8000-000000000001', gen_random_uuid(), 'forgotten', decode(repeat('00', 64), 'hex'), 'active', '2020-01-01');

-- defect: an entry of the audit that names an engagement of another client
-- command: validate
-- finds: entries of the audits that name an engagement of another client (high)
-- about: access_audit_log
SET session_replication_role = replica;
UPDATE migration.engagements AS e SET client_account_id = gen_random_uuid()
FROM migration.access_audit_log AS l WHERE l.engagement_id = e.id;

-- defect: a vector index on too few rows
-- command: analyze-indexes
-- finds: vector_lists (warning)
-- about: migration.ix_learning_embedding has
SET session_replication_role = replica;
INSERT INTO migration.agent_learning_patterns (client_account_id, insight_type, embedding, raw_evidence)
SELECT gen_random_uuid(), 'risk_pattern', ('[' || i || repeat(',1', 1535) || ']')::public.vector, '{}'
FROM generate_series(1, 300) AS i;
ANALYZE migration.agent_learning_patterns;

-- defect: a table of tenants that was filled and never analyzed
-- command: health-check
-- finds: planner_statistics (warning)
-- about: migration.agent_learning_notes was never analyzed and has 20000 rows
-- mended
CREATE TABLE migration.agent_learning_notes (client_account_id uuid, note text);
INSERT INTO migration.agent_learning_notes SELECT gen_random_uuid(), 'n' FROM generate_series(1, 20000);
SELECT pg_temp.flush();

-- defect: a table of tenants that every query reads as a whole
-- command: health-check
-- finds: tenant_indexes (warning)
-- about: migration.agent_learning_notes: no index begins with client_account_id (about 20000 rows)
-- mended
CREATE TABLE migration.agent_learning_notes (client_account_id uuid, note text);
INSERT INTO migration.agent_learning_notes SELECT gen_random_uuid(), 'n' FROM generate_series(1, 20000);
ANALYZE migration.agent_learning_notes;

-- defect: a transaction that was prepared and left behind
-- command: health-check
-- finds: prepared_transactions
-- about: orphan
-- mended
SET session_replication_role = replica;
BEGIN;
UPDATE migration.assets SET updated_at = now();
PREPARE TRANSACTION 'orphan';
SELECT pg_temp.set_back('pg_prepared_xacts', 'prepared', '2 hours');
