-- Row security is off while the backfill runs and comes back in the same migration: harmless.
ALTER TABLE expense.audit_log ADD COLUMN actor text;
ALTER TABLE expense.audit_log DISABLE ROW LEVEL SECURITY;
UPDATE expense.audit_log SET actor = 'system' WHERE actor IS NULL;
ALTER TABLE expense.audit_log ALTER COLUMN actor SET DEFAULT 'system';
ALTER TABLE expense.audit_log ENABLE ROW LEVEL SECURITY;
