-- CreateTable statements as the mapper wrote them; the policies below were added by hand.
CREATE ROLE hf_bannerforge_app LOGIN;

CREATE TYPE "CampaignStatus" AS ENUM ('DRAFT', 'LIVE', 'ENDED');

CREATE TABLE "Channel" (
  "id" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  CONSTRAINT "Channel_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Account" (
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "User" (
  "accountId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  CONSTRAINT "User_pkey" PRIMARY KEY ("accountId", "id"),
  CONSTRAINT "User_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id")
);

CREATE TABLE "Campaign" (
  "accountId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "status" "CampaignStatus" NOT NULL DEFAULT 'DRAFT',
  "trackingDomain" TEXT,
  "deletedAt" TIMESTAMPTZ,
  CONSTRAINT "Campaign_pkey" PRIMARY KEY ("accountId", "id"),
  CONSTRAINT "Campaign_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id")
);

CREATE TABLE "Asset" (
  "accountId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "fileName" TEXT NOT NULL,
  CONSTRAINT "Asset_pkey" PRIMARY KEY ("accountId", "id"),
  CONSTRAINT "Asset_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id")
);

CREATE TABLE "Creative" (
  "accountId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "campaignId" TEXT NOT NULL,
  "assetId" TEXT,
  "headline" TEXT NOT NULL,
  CONSTRAINT "Creative_pkey" PRIMARY KEY ("accountId", "id"),
  CONSTRAINT "Creative_campaign_fkey" FOREIGN KEY ("accountId", "campaignId")
    REFERENCES "Campaign" ("accountId", "id"),
  CONSTRAINT "Creative_asset_fkey" FOREIGN KEY ("accountId", "assetId") REFERENCES "Asset" ("accountId", "id")
);

CREATE TABLE "Impression" (
  "accountId" TEXT NOT NULL,
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "campaignId" TEXT NOT NULL,
  "deviceId" TEXT NOT NULL,
  CONSTRAINT "Impression_pkey" PRIMARY KEY ("accountId", "id"),
  CONSTRAINT "Impression_campaign_fkey" FOREIGN KEY ("accountId", "campaignId")
    REFERENCES "Campaign" ("accountId", "id")
);

CREATE TABLE "SpendDaily" (
  "accountId" TEXT NOT NULL,
  "campaignId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "channelId" TEXT NOT NULL,
  "cents" BIGINT NOT NULL,
  CONSTRAINT "SpendDaily_pkey" PRIMARY KEY ("accountId", "campaignId", "day", "channelId"),
  CONSTRAINT "SpendDaily_campaign_fkey" FOREIGN KEY ("accountId", "campaignId")
    REFERENCES "Campaign" ("accountId", "id"),
  CONSTRAINT "SpendDaily_channel_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel" ("id")
);

CREATE TABLE "Conversion" (
  "accountId" TEXT NOT NULL,
  "orderRef" TEXT NOT NULL,
  "cents" BIGINT NOT NULL,
  CONSTRAINT "Conversion_pkey" PRIMARY KEY ("accountId", "orderRef"),
  CONSTRAINT "Conversion_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id")
);

-- "audience" says who within the account gets the notice: one user, or 'all'.
CREATE TABLE "Notification" (
  "accountId" TEXT NOT NULL,
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "audience" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  CONSTRAINT "Notification_pkey" PRIMARY KEY ("accountId", "id"),
  CONSTRAINT "Notification_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id")
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['User', 'Campaign', 'Asset', 'Creative', 'Impression', 'SpendDaily', 'Conversion',
    'Notification'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY account_select ON %I FOR SELECT
      USING ("accountId" = nullif(current_setting(''app.account_id'', true), ''''))', t);
    EXECUTE format('CREATE POLICY account_insert ON %I FOR INSERT
      WITH CHECK ("accountId" = nullif(current_setting(''app.account_id'', true), ''''))', t);
    EXECUTE format('CREATE POLICY account_update ON %I FOR UPDATE
      USING ("accountId" = nullif(current_setting(''app.account_id'', true), ''''))', t);
    EXECUTE format('CREATE POLICY account_delete ON %I FOR DELETE
      USING ("accountId" = nullif(current_setting(''app.account_id'', true), ''''))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_bannerforge_app', t);
  END LOOP;
END $$;
ALTER TABLE "Account" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Account" FORCE ROW LEVEL SECURITY;
CREATE POLICY account_select ON "Account" FOR SELECT
  USING ("id" = nullif(current_setting('app.account_id', true), ''));
GRANT SELECT ON "Account", "Channel" TO hf_bannerforge_app;
