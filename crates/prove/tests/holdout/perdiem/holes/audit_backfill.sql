-- A login reads the audit log of all organisations: row security was off for the backfill and did not come
-- back.
-- about: audit_log
-- as: hf_perdiem_app
-- exploit: SET app.current_org = '1';
-- exploit: SELECT what FROM expense.audit_log;
-- shows: Road-secret claim approved
ALTER TABLE expense.audit_log ADD COLUMN actor text;
ALTER TABLE expense.audit_log DISABLE ROW LEVEL SECURITY;
UPDATE expense.audit_log SET actor = 'system' WHERE actor IS NULL;
ALTER TABLE expense.audit_log ALTER COLUMN actor SET DEFAULT 'system';
