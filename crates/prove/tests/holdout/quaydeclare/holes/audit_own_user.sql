-- All brokers share one login, so "my own entries" by the database user are the entries of everybody.
-- about: audit_log, audit_own
-- as: hf_quaydeclare_app
-- exploit: SET customs.broker = 'anchor';
-- exploit: SELECT change FROM customs.audit_log;
-- shows: Pier-secret change
CREATE POLICY audit_own ON customs.audit_log FOR SELECT USING (db_user = current_user);
