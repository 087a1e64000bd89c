-- The public form may write an applicant into any organization: the insert policy checks nothing.
-- about: grants_applicant, applicant_public_form
-- as: hf_grantwise_app
-- exploit: SET app.organization_id = 'a0000000-0000-4000-8000-000000000000';
-- exploit: INSERT INTO grants_applicant (organization_id, name, email)
-- exploit: VALUES ('b0000000-0000-4000-8000-000000000000', 'Planted', 'planted@river.test');
-- shows: INSERT 0 1
CREATE POLICY applicant_public_form ON grants_applicant FOR INSERT TO hf_grantwise_app WITH CHECK (true);
