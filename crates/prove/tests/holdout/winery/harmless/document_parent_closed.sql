-- The table that documents inherit from has the same policy as its kinds, so a query on it shows only
-- own rows.
CREATE TABLE "Document" (
  "wineryId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "title" text NOT NULL
);
ALTER TABLE "Document" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Document" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "Document"
  USING ("wineryId" = NULLIF(current_setting('app.winery_id', TRUE), ''));
CREATE TABLE "Contract" (
  "signedOn" date,
  PRIMARY KEY ("wineryId", "id")
) INHERITS ("Document");
ALTER TABLE "Contract" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Contract" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "Contract"
  USING ("wineryId" = NULLIF(current_setting('app.winery_id', TRUE), ''));
GRANT SELECT, INSERT, UPDATE, DELETE ON "Contract" TO hf_winery_app;
GRANT SELECT ON "Document" TO hf_winery_app;
