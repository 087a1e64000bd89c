-- Deleting a picture empties the reference; the key still holds the account, so no other account is touched.
ALTER TABLE "Creative" DROP CONSTRAINT "Creative_asset_fkey";
ALTER TABLE "Creative" ADD CONSTRAINT "Creative_asset_fkey" FOREIGN KEY ("accountId", "assetId")
  REFERENCES "Asset" ("accountId", "id") ON DELETE SET NULL ("assetId");
