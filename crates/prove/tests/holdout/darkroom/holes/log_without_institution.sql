-- Entries of jobs have no institution and are shown to all; what a job logs about one is read by every other.
-- about: access_log, access_log_own
-- as: hf_darkroom_app
-- exploit: INSERT INTO pacs.access_log (what) VALUES ('Road-secret Patient moved to disk 4');
-- exploit: SET pacs.institution = '100';
-- exploit: SELECT what FROM pacs.access_log;
-- shows: Road-secret Patient moved
ALTER TABLE pacs.access_log DROP CONSTRAINT access_log_pkey;
ALTER TABLE pacs.access_log ADD PRIMARY KEY (entry_id);
ALTER TABLE pacs.access_log ALTER COLUMN institution_no DROP NOT NULL;
ALTER POLICY access_log_own ON pacs.access_log
  USING (institution_no = pacs.me() OR institution_no IS NULL)
  WITH CHECK (institution_no = pacs.me() OR institution_no IS NULL);
