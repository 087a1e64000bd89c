-- The rule's update runs as the owner and goes by the id alone, so a delete marks, and returns, campaigns
-- of others too.
-- about: Campaign, Campaign_soft_delete
-- as: hf_bannerforge_app
-- exploit: SET app.account_id = 'acc_a';
-- exploit: BEGIN;
-- exploit: DELETE FROM "Campaign" WHERE "id" = 'spring' RETURNING "name";
-- exploit: ROLLBACK;
-- shows: Road-secret spring
-- Nothing is deleted any more, only marked.
CREATE RULE "Campaign_soft_delete" AS ON DELETE TO "Campaign" DO INSTEAD
  UPDATE "Campaign" SET "deletedAt" = now() WHERE "Campaign"."id" = OLD."id" RETURNING "Campaign".*;
