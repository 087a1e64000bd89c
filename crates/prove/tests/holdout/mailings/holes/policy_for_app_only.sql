-- The reports read the lists of all senders: the restrictive fence binds the other role only.
-- about: lists
-- as: hf_mailings_report
-- exploit: SET mail.sender = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT name FROM mail.lists;
-- shows: List-secret
DROP POLICY sender ON mail.lists;
CREATE POLICY named ON mail.lists USING (name <> '');
CREATE POLICY sender ON mail.lists AS RESTRICTIVE TO hf_mailings_app
  USING (sender_id = (SELECT nullif(current_setting('mail.sender', true), '')::uuid));
