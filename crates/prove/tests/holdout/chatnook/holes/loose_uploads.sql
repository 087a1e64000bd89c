-- Files are allowed through their message, and those not yet on a message are open to everybody.
-- about: attachments, attachments_account, attachments_message
-- as: hf_chatnook_app
-- exploit: SET app.user_id = '1';
-- exploit: SELECT file_name FROM attachments;
-- shows: Road-secret-upload.png
DROP POLICY attachments_account ON attachments;
CREATE POLICY attachments_message ON attachments
  USING (message_id IS NULL OR EXISTS (
    SELECT 1 FROM messages m WHERE m.account_id = attachments.account_id AND m.id = attachments.message_id))
  WITH CHECK (account_id IN (SELECT my_accounts()));
