-- The new rule checks the row before the change only, so an account can push its pictures into another
-- account.
-- about: Asset, account_update
-- as: hf_bannerforge_app
-- exploit: SET app.account_id = 'acc_a';
-- exploit: BEGIN;
-- exploit: INSERT INTO "Asset" VALUES ('acc_a', 'bad', 'bad.png');
-- exploit: DELETE FROM "Creative";
-- exploit: UPDATE "Asset" SET "accountId" = 'acc_b';
-- exploit: ROLLBACK;
-- shows: UPDATE 2
-- An agency hands its pictures over to the account of its customer.
DROP POLICY account_update ON "Asset";
CREATE POLICY account_update ON "Asset" FOR UPDATE
  USING ("accountId" = nullif(current_setting('app.account_id', true), '')) WITH CHECK (true);
