-- Listed recordings should be public, but the policy tests that the column is filled and not that it is true.
-- about: recordings, recordings_listed
-- as: hf_choirs_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: SELECT file_name FROM choir.recordings;
-- shows: Road-secret.ogg
CREATE POLICY recordings_listed ON choir.recordings FOR SELECT USING (listed IS NOT NULL);
