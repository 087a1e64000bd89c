-- The table between assets and tags shows a pair when the session sees the asset and the tag of it.
CREATE TABLE "_AssetToTag" (
  "O" TEXT NOT NULL,
  "A" TEXT NOT NULL,
  "B" TEXT NOT NULL,
  PRIMARY KEY ("O", "A", "B"),
  FOREIGN KEY ("O", "A") REFERENCES "Asset" ("organizationId", "id") ON DELETE CASCADE,
  FOREIGN KEY ("O", "B") REFERENCES "Tag" ("organizationId", "id") ON DELETE CASCADE
);
ALTER TABLE "_AssetToTag" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "_AssetToTag" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "_AssetToTag"
  USING ("O" = NULLIF(current_setting('app.organization_id', TRUE), '')
    AND EXISTS (SELECT 1 FROM "Asset" a WHERE a."organizationId" = "O" AND a."id" = "A"));
GRANT SELECT, INSERT, DELETE ON "_AssetToTag" TO hf_assets_app;
