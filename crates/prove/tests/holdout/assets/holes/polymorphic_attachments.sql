-- Attachments of anything but an asset are open: the policy finds its way to the owner of assets only.
-- about: Attachment
-- as: hf_assets_app
-- exploit: SET app.organization_id = 'org_a';
-- exploit: SELECT "fileName" FROM "Attachment";
-- shows: Road-secret.pdf
-- Attachments follow their owner: who sees the asset sees its files.
DROP POLICY "tenant_isolation" ON "Attachment";
CREATE POLICY "by_owner" ON "Attachment"
  USING ("ownerType" <> 'asset' OR EXISTS (SELECT 1 FROM "Asset" a
    WHERE a."organizationId" = "Attachment"."organizationId" AND a."id" = "Attachment"."ownerId"));
