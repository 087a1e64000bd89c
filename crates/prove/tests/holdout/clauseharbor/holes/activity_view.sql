-- The view runs with its owner's rights, so no policy holds and every workspace's proposals are listed.
-- about: document_activity, documents, redlines
-- as: hf_clauseharbor_app
-- exploit: SET request.jwt.claims = '{"sub": "c1000000-0000-4000-8000-00000000000a"}';
-- exploit: SELECT title, proposed FROM red.document_activity;
-- shows: Road-secret cap
CREATE VIEW red.document_activity AS
  SELECT d.workspace_id, d.slug, d.title, r.position, r.proposed
  FROM red.documents d
  LEFT JOIN red.redlines r ON r.workspace_id = d.workspace_id AND r.document_slug = d.slug;
GRANT SELECT ON red.document_activity TO hf_clauseharbor_app;
