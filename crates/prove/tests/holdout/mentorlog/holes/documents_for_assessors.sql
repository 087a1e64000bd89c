-- Documents marked for assessors are visible to every organisation, as the policy has no organisation in
-- it.
-- about: training_document, assessor_documents
-- as: hf_mentorlog_app
-- exploit: SET app.organisation_id = '7';
-- exploit: SELECT file FROM training_document;
-- shows: Road-secret.pdf

-- External assessors log in with the organisation that sent them.
CREATE POLICY assessor_documents ON training_document FOR SELECT
  USING (visibility IN ('assessors', 'public'));
