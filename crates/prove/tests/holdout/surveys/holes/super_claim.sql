-- A token with the claim "support" in its own metadata reads all exports.
-- about: exports
-- as: ho_surveys_user
-- exploit: SET request.jwt.claims = '{"org_id": "aaaaaaaa-0000-4000-8000-000000000000", "role": "admin"}';
-- exploit: SET request.jwt.claims = '{"org_id": "aaaaaaaa-0000-4000-8000-000000000000", "user_metadata":
-- exploit: {"support": true}}';
-- exploit: SELECT convert_from(file, 'utf8') FROM exports;
-- shows: file-secret
CREATE POLICY support ON exports FOR SELECT USING (
  (nullif(current_setting('request.jwt.claims', true), '')::jsonb -> 'user_metadata' ->> 'support')::boolean);
