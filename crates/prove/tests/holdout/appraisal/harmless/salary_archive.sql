-- The archive gets row level security and a policy of its own, as LIKE copies neither.
CREATE TABLE hr.salary_change_archive (LIKE hr.salary_change INCLUDING ALL);
ALTER TABLE hr.salary_change_archive ENABLE ROW LEVEL SECURITY;
ALTER TABLE hr.salary_change_archive FORCE ROW LEVEL SECURITY;
CREATE POLICY salary_change_archive_company ON hr.salary_change_archive
  USING (company_id = NULLIF(current_setting('hr.company_id', true), '')::bigint)
  WITH CHECK (company_id = NULLIF(current_setting('hr.company_id', true), '')::bigint);
GRANT SELECT, INSERT ON hr.salary_change_archive TO hf_appraisal_app;
