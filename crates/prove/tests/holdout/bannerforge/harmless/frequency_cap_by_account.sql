-- Caps with the account in the key and a policy: each advertiser counts its own impressions.
CREATE TABLE "FrequencyCap" (
  "accountId" TEXT NOT NULL,
  "deviceId" TEXT NOT NULL,
  "campaignId" TEXT NOT NULL,
  "shown" INTEGER NOT NULL,
  CONSTRAINT "FrequencyCap_pkey" PRIMARY KEY ("accountId", "deviceId", "campaignId"),
  CONSTRAINT "FrequencyCap_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id")
);
ALTER TABLE "FrequencyCap" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FrequencyCap" FORCE ROW LEVEL SECURITY;
CREATE POLICY account_all ON "FrequencyCap"
  USING ("accountId" = nullif(current_setting('app.account_id', true), ''));
GRANT SELECT, INSERT, UPDATE ON "FrequencyCap" TO hf_bannerforge_app;
