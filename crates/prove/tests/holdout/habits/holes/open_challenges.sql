-- Two rules of one verb are joined with OR, so the second shows open challenges of all organizations.
-- about: challenges_challenge, open_only
-- as: hf_habits_app
-- exploit: SET app.organization_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT title FROM challenges_challenge;
-- shows: Road-secret steps
-- The application must not see drafts and closed ones in lists.
CREATE POLICY open_only ON challenges_challenge FOR SELECT USING (status = 'open');
