-- Keys are texts that the client makes; each begins with the organization in the primary key.
CREATE ROLE hf_assets_app LOGIN;
GRANT USAGE ON SCHEMA public TO hf_assets_app;

CREATE TYPE "AssetStatus" AS ENUM ('IN_STOCK', 'ASSIGNED', 'RETIRED');

CREATE TABLE "AssetCategory" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL
);

CREATE TABLE "Organization" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE "User" (
  "organizationId" TEXT NOT NULL REFERENCES "Organization" ("id"),
  "id" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "name" TEXT,
  PRIMARY KEY ("organizationId", "id")
);
CREATE UNIQUE INDEX "User_organizationId_email_key" ON "User" ("organizationId", "email");

CREATE TABLE "Location" (
  "organizationId" TEXT NOT NULL REFERENCES "Organization" ("id"),
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "street" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("organizationId", "id")
);

CREATE TABLE "Asset" (
  "organizationId" TEXT NOT NULL REFERENCES "Organization" ("id"),
  "id" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "serialNumber" TEXT,
  "publicCode" TEXT NOT NULL DEFAULT '',
  "status" "AssetStatus" NOT NULL DEFAULT 'IN_STOCK',
  "categoryId" TEXT REFERENCES "AssetCategory" ("id"),
  "locationId" TEXT,
  "customFields" JSONB NOT NULL DEFAULT '{}',
  "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY ("organizationId", "id"),
  CONSTRAINT "Asset_location_fkey" FOREIGN KEY ("organizationId", "locationId")
    REFERENCES "Location" ("organizationId", "id")
);
CREATE UNIQUE INDEX "Asset_organizationId_serialNumber_key" ON "Asset" ("organizationId", "serialNumber");

CREATE TABLE "Tag" (
  "organizationId" TEXT NOT NULL REFERENCES "Organization" ("id"),
  "id" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  PRIMARY KEY ("organizationId", "id")
);

CREATE TABLE "Assignment" (
  "organizationId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "assetId" TEXT NOT NULL,
  "userId" TEXT NOT NULL,
  "note" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("organizationId", "id"),
  FOREIGN KEY ("organizationId", "assetId") REFERENCES "Asset" ("organizationId", "id") ON DELETE CASCADE,
  FOREIGN KEY ("organizationId", "userId") REFERENCES "User" ("organizationId", "id")
);

CREATE TABLE "Attachment" (
  "organizationId" TEXT NOT NULL REFERENCES "Organization" ("id"),
  "id" TEXT NOT NULL,
  "ownerType" TEXT NOT NULL,
  "ownerId" TEXT NOT NULL,
  "fileName" TEXT NOT NULL,
  PRIMARY KEY ("organizationId", "id")
);

CREATE TABLE "ApiKey" (
  "organizationId" TEXT NOT NULL REFERENCES "Organization" ("id"),
  "id" TEXT NOT NULL,
  "hashedKey" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  PRIMARY KEY ("organizationId", "id")
);

CREATE TABLE "DepreciationRun" (
  "organizationId" TEXT NOT NULL REFERENCES "Organization" ("id"),
  "year" INTEGER NOT NULL,
  "amountCents" BIGINT NOT NULL,
  "remark" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("organizationId", "year")
);

DO $$
DECLARE
  t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['User', 'Location', 'Asset', 'Tag', 'Assignment', 'Attachment', 'ApiKey',
    'DepreciationRun']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "tenant_isolation" ON %I'
      ' USING ("organizationId" = NULLIF(current_setting(''app.organization_id'', TRUE), ''''))'
      ' WITH CHECK ("organizationId" = NULLIF(current_setting(''app.organization_id'', TRUE), ''''))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_assets_app', t);
  END LOOP;
END
$$;
ALTER TABLE "Organization" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Organization" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "Organization"
  USING ("id" = NULLIF(current_setting('app.organization_id', TRUE), ''));
GRANT SELECT ON "Organization", "AssetCategory" TO hf_assets_app;

-- Assets with the name of their place. The view has the rights of whoever asks.
CREATE VIEW "AssetOverview" WITH (security_invoker = true) AS
  SELECT a."organizationId", a."id", a."title", a."status", l."name" AS "locationName"
  FROM "Asset" a
  LEFT JOIN "Location" l ON l."organizationId" = a."organizationId" AND l."id" = a."locationId";
GRANT SELECT ON "AssetOverview" TO hf_assets_app;
