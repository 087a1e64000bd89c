-- Reports of shared studies can be read by the receiver: the whole key of the share must fit, and it ends by
-- date.
CREATE POLICY reports_shared ON pacs.reports FOR SELECT
  USING (EXISTS (SELECT 1 FROM pacs.study_shares s
    WHERE s.institution_no = reports.institution_no AND s.study_uid = reports.study_uid
      AND s.shared_with = pacs.me() AND s.expires_on >= CURRENT_DATE));
