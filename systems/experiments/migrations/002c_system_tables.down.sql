-- Undoes 002c. LOST: retention periods and pool sizes that an operator changed, and the list of encryption
-- keys. Copy system.encryption_keys before: a ciphertext is read with the master key and the row of its
-- key. Without the retention policies the audit log is held for one day only, and no quarantined record
-- can go.

DROP TABLE IF EXISTS system.connection_pool_settings;
DROP TABLE IF EXISTS system.encryption_keys;
DROP TABLE IF EXISTS system.retention_policies;

-- Refused when somebody keeps more in it.
DROP SCHEMA IF EXISTS system;
