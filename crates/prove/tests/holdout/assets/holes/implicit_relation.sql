-- The table between assets and tags has no row security: each organization reads and cuts the pairs of all.
-- about: _AssetToTag
-- as: hf_assets_app
-- exploit: SET app.organization_id = 'org_a';
-- exploit: INSERT INTO "_AssetToTag" VALUES ('org_b', 'ast_b', 'tag_b') RETURNING 'tagged for ' || "O";
-- shows: tagged for org_b
-- Assets may have several tags.
CREATE TABLE "_AssetToTag" (
  "O" TEXT NOT NULL,
  "A" TEXT NOT NULL,
  "B" TEXT NOT NULL,
  PRIMARY KEY ("O", "A", "B"),
  FOREIGN KEY ("O", "A") REFERENCES "Asset" ("organizationId", "id") ON DELETE CASCADE,
  FOREIGN KEY ("O", "B") REFERENCES "Tag" ("organizationId", "id") ON DELETE CASCADE
);
GRANT SELECT, INSERT, DELETE ON "_AssetToTag" TO hf_assets_app;
