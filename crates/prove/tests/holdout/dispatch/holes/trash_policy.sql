-- The policy for the bin asks only for the mark of deletion, so deleted drivers of all companies are
-- listed.
-- about: drivers, deleted_drivers
-- as: hf_dispatch_app
-- exploit: SET app.current_company_id = '7';
-- exploit: SELECT name FROM drivers;
-- shows: Road-secret leaver
-- The usual list hides deleted drivers; the bin page still needs them.
ALTER POLICY tenant_isolation ON drivers
  USING (company_id = current_company_id() AND deleted_at IS NULL)
  WITH CHECK (company_id = current_company_id());
CREATE POLICY deleted_drivers ON drivers FOR SELECT USING (deleted_at IS NOT NULL);
