-- The kinds of documents are closed, but a query on the table they inherit from asks only that one's
-- policies: none.
-- about: Document, Contract
-- as: hf_winery_app
-- exploit: SET app.winery_id = 'w_hill';
-- exploit: SELECT "title" FROM "Document";
-- shows: Road-secret contract
CREATE TABLE "Document" (
  "wineryId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "title" text NOT NULL
);
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
