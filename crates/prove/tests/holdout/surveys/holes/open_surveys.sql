-- Tenant A reads the open surveys of all organisations.
-- about: surveys
-- as: ho_surveys_user
-- exploit: SET request.jwt.claims = '{"org_id": "aaaaaaaa-0000-4000-8000-000000000000", "role": "admin"}';
-- exploit: SELECT title FROM surveys;
-- shows: SB-secret
CREATE POLICY open_surveys ON surveys FOR SELECT USING (status = 'open');
