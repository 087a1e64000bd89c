-- The word 'all' was meant for all users of one account, but the policy shows such notices to every
-- account.
-- about: Notification, account_select, notice_audience
-- as: hf_bannerforge_app
-- exploit: SET app.account_id = 'acc_a';
-- exploit: SELECT "text" FROM "Notification";
-- shows: Road-secret budget cut
CREATE POLICY notice_audience ON "Notification" FOR SELECT USING ("audience" = 'all');
