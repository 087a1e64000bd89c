-- A creative may refer to the picture of another account, and whether the insert works tells that the
-- picture exists.
-- about: Creative, Creative_asset_fkey, Asset, Asset_id_key
-- as: hf_bannerforge_app
-- exploit: SET app.account_id = 'acc_a';
-- exploit: INSERT INTO "Creative" VALUES ('acc_a', 'probe', 'spring', 'hero', 'x');
-- shows: INSERT 0 1
-- The mapper wants relations over one column.
CREATE UNIQUE INDEX "Asset_id_key" ON "Asset" ("id");
ALTER TABLE "Creative" DROP CONSTRAINT "Creative_asset_fkey";
ALTER TABLE "Creative" ADD CONSTRAINT "Creative_asset_fkey" FOREIGN KEY ("assetId")
  REFERENCES "Asset" ("id") ON UPDATE CASCADE;
