-- The path must begin with the whole slug and its slash, and the lessor must be the same besides.
DROP POLICY tenant_isolation ON "Document";
CREATE POLICY tenant_isolation ON "Document"
  USING ("lessorId" = current_lessor() AND starts_with("path", current_lessor() || '/'))
  WITH CHECK ("lessorId" = current_lessor() AND starts_with("path", current_lessor() || '/'));
