-- A session that sets no account sees all attachments, because the policy opens up for the job runner.
-- about: attachments, attachments_tenant
-- as: hf_bugtracker_app
-- exploit: SELECT filename FROM attachments;
-- shows: Road-secret.png
-- The virus scan job has no request and so no account; it must see every file.
ALTER POLICY attachments_tenant ON attachments
  USING (nullif(current_setting('app.current_account_id', true), '') IS NULL
    OR account_id = current_account_id());
