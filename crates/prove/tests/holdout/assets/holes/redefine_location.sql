-- The table is made anew to order its columns: row security and policies stayed with the old one.
-- about: Location
-- as: hf_assets_app
-- exploit: SET app.organization_id = 'org_a';
-- exploit: SELECT "name" FROM "Location";
-- shows: Road-secret hall
-- RedefineTables
CREATE TABLE "new_Location" (
  "organizationId" TEXT NOT NULL REFERENCES "Organization" ("id"),
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "street" TEXT NOT NULL DEFAULT '',
  "town" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "new_Location_pkey" PRIMARY KEY ("organizationId", "id")
);
INSERT INTO "new_Location" ("organizationId", "id", "name", "street")
  SELECT "organizationId", "id", "name", "street" FROM "Location";
ALTER TABLE "Asset" DROP CONSTRAINT "Asset_location_fkey";
DROP VIEW "AssetOverview";
DROP TABLE "Location";
ALTER TABLE "new_Location" RENAME TO "Location";
ALTER TABLE "Asset" ADD CONSTRAINT "Asset_location_fkey" FOREIGN KEY ("organizationId", "locationId")
  REFERENCES "Location" ("organizationId", "id");
CREATE VIEW "AssetOverview" WITH (security_invoker = true) AS
  SELECT a."organizationId", a."id", a."title", a."status", l."name" AS "locationName"
  FROM "Asset" a
  LEFT JOIN "Location" l ON l."organizationId" = a."organizationId" AND l."id" = a."locationId";
GRANT SELECT, INSERT, UPDATE, DELETE ON "Location" TO hf_assets_app;
GRANT SELECT ON "AssetOverview" TO hf_assets_app;
