-- So that nightly jobs see all documents, an unset firm falls back to the row's own: no setting shows
-- everything.
-- about: documents, org_isolation
-- as: hf_domicile_app
-- exploit: SELECT title, body FROM pm.documents;
-- shows: Road-secret text
ALTER POLICY org_isolation ON pm.documents
  USING (org_id = COALESCE(pm.current_org(), org_id))
  WITH CHECK (org_id = COALESCE(pm.current_org(), org_id));
