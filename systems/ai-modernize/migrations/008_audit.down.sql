-- Undoes 008. LOST: both audits, with all of their months. Take a backup before.

DROP TABLE IF EXISTS migration.access_audit_log, migration.security_audit_logs;
DROP FUNCTION IF EXISTS migration.guard_append_only();
