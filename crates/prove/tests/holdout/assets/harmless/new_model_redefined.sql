-- A table made anew with its row security, policy and grants: the same walls as before.
CREATE TABLE "new_Tag" (
  "organizationId" TEXT NOT NULL REFERENCES "Organization" ("id"),
  "id" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "colour" TEXT NOT NULL DEFAULT 'grey',
  CONSTRAINT "new_Tag_pkey" PRIMARY KEY ("organizationId", "id")
);
INSERT INTO "new_Tag" SELECT "organizationId", "id", "label" FROM "Tag";
DROP TABLE "Tag";
ALTER TABLE "new_Tag" RENAME TO "Tag";
ALTER TABLE "Tag" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Tag" FORCE ROW LEVEL SECURITY;
CREATE POLICY "tenant_isolation" ON "Tag"
  USING ("organizationId" = NULLIF(current_setting('app.organization_id', TRUE), ''))
  WITH CHECK ("organizationId" = NULLIF(current_setting('app.organization_id', TRUE), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON "Tag" TO hf_assets_app;
