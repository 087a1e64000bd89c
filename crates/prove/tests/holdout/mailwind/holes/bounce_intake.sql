-- The INSERT policy for bounces checks the reason only, so one account can suppress addresses in another
-- account.
-- about: suppressions, bounce_intake
-- as: hf_mailwind_app
-- exploit: SET app.account_id = '1';
-- exploit: INSERT INTO mail.suppressions VALUES (2, 'vip@road.test', 'bounce: 550');
-- shows: INSERT 0 1
-- The bounce processor learns the account from the return path, after it has connected.
CREATE POLICY bounce_intake ON mail.suppressions FOR INSERT TO hf_mailwind_app
  WITH CHECK (reason LIKE 'bounce:%');
