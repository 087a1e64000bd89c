-- Files are matched by the start of their path without the slash: account 1 also reads the files of account
-- 12.
-- about: files, files_of_account, path
-- as: hf_countersign_app
-- exploit: SET request.jwt.claims = '{"sub": "auth0|ann"}';
-- exploit: SELECT path, content FROM sign.files;
-- shows: Road-secret deed
ALTER POLICY files_of_account ON sign.files
  USING (EXISTS (SELECT 1 FROM sign.account_users u
    WHERE u.user_id = sign.subject() AND files.path LIKE u.account_id || '%'))
  WITH CHECK (EXISTS (SELECT 1 FROM sign.account_users u
    WHERE u.user_id = sign.subject() AND files.account_id = u.account_id
      AND files.path LIKE u.account_id || '/%'));
