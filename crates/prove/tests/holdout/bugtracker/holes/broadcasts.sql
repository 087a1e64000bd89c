-- Messages to everybody in one account are read by all accounts, because OR binds weaker than AND in the
-- policy.
-- about: notifications, notifications_tenant
-- as: hf_bugtracker_app
-- exploit: SET app.current_account_id = 'a0000000-0000-4000-8000-00000000000a';
-- exploit: SELECT message FROM notifications;
-- shows: Road-secret maintenance
-- People see their own notices, and those that name nobody.
ALTER POLICY notifications_tenant ON notifications
  USING (account_id = current_account_id()
    AND user_id = nullif(current_setting('app.current_user_id', true), '')::uuid
    OR user_id IS NULL);
