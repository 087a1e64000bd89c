-- Tables that configure the platform: what is kept how long, which encryption keys exist, pool sizes.

CREATE SCHEMA IF NOT EXISTS system;
REVOKE ALL ON SCHEMA system FROM PUBLIC;

CREATE TABLE IF NOT EXISTS system.retention_policies (
  id               serial PRIMARY KEY,
  table_schema     varchar(64) NOT NULL,
  table_name       varchar(128) NOT NULL,
  retention_days   integer NOT NULL,
  partition_column varchar(64) DEFAULT 'created_at',
  enabled          boolean DEFAULT true,
  last_cleanup_at  timestamptz,
  created_at       timestamptz DEFAULT now(),
  UNIQUE (table_schema, table_name),
  CONSTRAINT retention_policies_retention_days_check CHECK (retention_days > 0)
);

-- An operator's own settings survive: a row that exists is left as it is.
INSERT INTO system.retention_policies (table_schema, table_name, retention_days, partition_column)
SELECT * FROM (VALUES
  ('audits', 'audit_log', 2555, 'timestamp'),
  ('experiments_v1', 'experiments', 365, 'created_at'),
  ('experiments_v1', 'evaluations', 365, 'created_at'),
  ('production', 'analysis_sessions', 90, 'created_at'),
  ('production', 'analysis_tasks', 90, 'created_at'),
  ('quarantine', 'quarantined_records', 730, 'quarantined_at'),
  ('providers', 'usage_tracking', 365, 'created_at')
) AS policies (table_schema, table_name, retention_days, partition_column)
-- Asked first, because ON CONFLICT alone would use up numbers of the sequence on every rerun.
WHERE NOT EXISTS (
  SELECT FROM system.retention_policies AS r
  WHERE r.table_schema = policies.table_schema AND r.table_name = policies.table_name)
ON CONFLICT (table_schema, table_name) DO NOTHING;

-- Which keys exist and in what state. The key material is never in the database: a working key is derived
-- from the master key, which the client sets for its connection, and from the key's id and version.
-- pgp-aes256 keys are for system.encrypt_data (pgcrypto has no GCM), aes-256-gcm keys for the application.
CREATE TABLE IF NOT EXISTS system.encryption_keys (
  id          serial PRIMARY KEY,
  key_id      uuid NOT NULL UNIQUE,
  version     integer NOT NULL DEFAULT 1,
  algorithm   varchar(32) NOT NULL,
  status      varchar(16) NOT NULL DEFAULT 'active',
  created_at  timestamptz DEFAULT now(),
  rotated_at  timestamptz,
  retired_at  timestamptz,
  predecessor uuid REFERENCES system.encryption_keys (key_id),
  CONSTRAINT encryption_keys_algorithm_check CHECK (algorithm IN ('pgp-aes256', 'aes-256-gcm')),
  CONSTRAINT encryption_keys_status_check CHECK (status IN ('active', 'rotating', 'retired'))
);

CREATE TABLE IF NOT EXISTS system.connection_pool_settings (
  id                    serial PRIMARY KEY,
  pool_name             varchar(64) NOT NULL UNIQUE,
  min_connections       integer NOT NULL DEFAULT 5,
  max_connections       integer NOT NULL DEFAULT 20,
  connection_timeout_ms integer NOT NULL DEFAULT 10000,
  idle_timeout_ms       integer NOT NULL DEFAULT 600000,
  max_lifetime_ms       integer NOT NULL DEFAULT 1800000,
  updated_at            timestamptz DEFAULT now(),
  CONSTRAINT connection_pool_settings_min_connections_check CHECK (min_connections > 0),
  CONSTRAINT connection_pool_settings_max_connections_check
    CHECK (max_connections >= min_connections AND max_connections <= 100)
);

INSERT INTO system.connection_pool_settings (pool_name, min_connections, max_connections)
SELECT * FROM (VALUES
  ('v2_production', 10, 50),
  ('v1_experimentation', 5, 20),
  ('v3_quarantine', 2, 10),
  ('audit_logging', 3, 15)
) AS pools (pool_name, min_connections, max_connections)
WHERE NOT EXISTS (SELECT FROM system.connection_pool_settings AS s WHERE s.pool_name = pools.pool_name)
ON CONFLICT (pool_name) DO NOTHING;
