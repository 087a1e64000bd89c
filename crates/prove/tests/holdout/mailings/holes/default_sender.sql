-- A session without a sender is sender B: the first customer stayed in the policy as the default.
-- about: lists
-- as: hf_mailings_app
-- exploit: SELECT name FROM mail.lists;
-- shows: List-secret
ALTER POLICY sender ON mail.lists
  USING (sender_id = coalesce(nullif(current_setting('mail.sender', true), ''),
    'bbbbbbbb-0000-4000-8000-000000000000')::uuid);
