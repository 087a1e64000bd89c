-- Undoes 002e: three triggers and three functions. No row is lost, but from here on changes of accounts,
-- provider keys and promotions leave no trace in the audit log, and what was encrypted can no longer be
-- read in the database.

DROP TRIGGER IF EXISTS audit_promotions_changes ON experiments_v1.promotions;
DROP TRIGGER IF EXISTS audit_api_keys_changes ON providers.user_providers;
DROP TRIGGER IF EXISTS audit_users_changes ON auth.users;

DROP FUNCTION IF EXISTS audits.log_sensitive_operation();
DROP FUNCTION IF EXISTS system.decrypt_data(bytea, uuid);
DROP FUNCTION IF EXISTS system.encrypt_data(text, uuid);
