-- The table of caps knows no account at all, so it tells what other advertisers showed to a device.
-- about: FrequencyCap, capImpression, Impression_cap, Impression
-- as: hf_bannerforge_app
-- exploit: SET app.account_id = 'acc_a';
-- exploit: SELECT 'device ' || "deviceId" || ' saw ' || "shown" AS answer FROM "FrequencyCap";
-- shows: device dev-7 saw 1
CREATE TABLE "FrequencyCap" (
  "deviceId" TEXT NOT NULL,
  "campaignId" TEXT NOT NULL,
  "shown" INTEGER NOT NULL,
  CONSTRAINT "FrequencyCap_pkey" PRIMARY KEY ("deviceId", "campaignId")
);
GRANT SELECT, INSERT, UPDATE ON "FrequencyCap" TO hf_bannerforge_app;
CREATE FUNCTION "capImpression"() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO "FrequencyCap" AS f VALUES (NEW."deviceId", NEW."campaignId", 1)
      ON CONFLICT ("deviceId", "campaignId") DO UPDATE SET "shown" = f."shown" + 1;
    RETURN NEW;
  END $$;
CREATE TRIGGER "Impression_cap" AFTER INSERT ON "Impression"
  FOR EACH ROW EXECUTE FUNCTION "capImpression"();
