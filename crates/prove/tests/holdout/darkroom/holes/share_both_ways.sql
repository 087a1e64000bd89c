-- One policy for both parties of a share: the receiver may also write it, and so gives itself any study by
-- its uid.
-- about: study_shares, study_shares_received, studies
-- as: hf_darkroom_app
-- exploit: SET pacs.institution = '100';
-- exploit: INSERT INTO pacs.study_shares VALUES (200, '1.2.200.1', 100, '2099-01-01');
-- exploit: SELECT description FROM pacs.studies;
-- shows: Road-secret skull
DROP POLICY study_shares_received ON pacs.study_shares;
CREATE POLICY study_shares_received ON pacs.study_shares USING (shared_with = pacs.me());
