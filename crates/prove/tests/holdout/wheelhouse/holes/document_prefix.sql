-- A lessor reads papers of one whose slug begins with its own, because the path is matched with no slash.
-- about: Document, tenant_isolation
-- as: hf_wheelhouse_app
-- exploit: SET wheelhouse.lessor = 'road';
-- exploit: SELECT "label" FROM "Document";
-- shows: East-secret lease
-- The path says whose it is, as in the bucket.
DROP POLICY tenant_isolation ON "Document";
CREATE POLICY tenant_isolation ON "Document"
  USING ("path" LIKE current_lessor() || '%') WITH CHECK ("lessorId" = current_lessor());
