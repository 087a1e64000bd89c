-- The gallery is opened in the policy for all verbs, so any account reads and deletes the gallery templates
-- of others.
-- about: templates, templates_of_account, in_gallery
-- as: hf_countersign_app
-- exploit: SET request.jwt.claims = '{"sub": "auth0|ann"}';
-- exploit: DELETE FROM sign.templates WHERE in_gallery RETURNING title;
-- shows: Road-secret will
ALTER POLICY templates_of_account ON sign.templates
  USING (in_gallery
    OR account_id IN (SELECT u.account_id FROM sign.account_users u WHERE u.user_id = sign.subject()));
