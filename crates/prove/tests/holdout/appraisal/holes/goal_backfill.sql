-- For a backfill row level security was switched off; afterwards it was only forced again, never enabled.
-- about: goal
-- as: hf_appraisal_app
-- exploit: SET hr.company_id = '1';
-- exploit: SELECT title FROM hr.goal;
-- shows: Road-secret goal
ALTER TABLE hr.goal ADD COLUMN weight numeric(4, 2);
ALTER TABLE hr.goal NO FORCE ROW LEVEL SECURITY;
ALTER TABLE hr.goal DISABLE ROW LEVEL SECURITY;
UPDATE hr.goal SET weight = 1.0 WHERE weight IS NULL;
ALTER TABLE hr.goal ALTER COLUMN weight SET DEFAULT 1.0;
ALTER TABLE hr.goal FORCE ROW LEVEL SECURITY;
