-- The new rule for updates forgot the charity in USING; without a WHERE the templates of all are overwritten.
-- about: message_templates, templates_shared_edit
-- as: hf_fundraisers_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: UPDATE message_templates SET body = 'Send money to Hill';
-- shows: UPDATE 1
-- The standard templates are improved by all who send them.
CREATE POLICY templates_shared_edit ON message_templates FOR UPDATE
  USING (name IN ('thanks', 'reminder')) WITH CHECK (name IN ('thanks', 'reminder'));
