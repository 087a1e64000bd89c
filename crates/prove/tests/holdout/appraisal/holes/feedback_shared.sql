-- Shared feedback should be seen by the colleagues; a second permissive policy shows it to every company.
-- about: feedback, feedback_shared
-- as: hf_appraisal_app
-- exploit: SET hr.company_id = '1';
-- exploit: SELECT note FROM hr.feedback;
-- shows: Road-secret praise
CREATE POLICY feedback_shared ON hr.feedback FOR SELECT USING (visibility = 'shared');
