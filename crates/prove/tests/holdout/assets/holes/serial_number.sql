-- An organization finds out whether another has a device, as serial numbers are unique over all.
-- about: Asset, serialNumber
-- as: hf_assets_app
-- exploit: SET app.organization_id = 'org_a';
-- exploit: UPDATE "Asset" SET "serialNumber" = 'SN-777' WHERE "id" = 'ast_a';
-- shows: duplicate key value
-- AlterTable
DROP INDEX "Asset_organizationId_serialNumber_key";
CREATE UNIQUE INDEX "Asset_serialNumber_key" ON "Asset" ("serialNumber");
