-- The new policy of webhooks forgets the account when it reads, so the keys of all firms are shown.
-- about: webhooks, webhooks_manage
-- as: hf_vanrun_app
-- exploit: SET app.account_id = '1';
-- exploit: SELECT signing_key FROM webhooks;
-- shows: Van-secret key
DROP POLICY tenant_isolation ON webhooks;
CREATE POLICY webhooks_manage ON webhooks TO hf_vanrun_app
  USING (true)
  WITH CHECK (account_id = NULLIF(current_setting('app.account_id', true), '')::bigint);
