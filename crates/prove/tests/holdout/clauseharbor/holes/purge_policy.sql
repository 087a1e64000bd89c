-- The policy for the purge lets every user delete what other workspaces put into their trash long ago.
-- about: documents, documents_purge
-- as: hf_clauseharbor_app
-- exploit: SET request.jwt.claims = '{"sub": "c1000000-0000-4000-8000-00000000000a"}';
-- exploit: BEGIN;
-- exploit: DELETE FROM red.documents;
-- exploit: ROLLBACK;
-- shows: DELETE 2
-- The nightly job runs as the application and removes what was deleted a month ago.
CREATE POLICY documents_purge ON red.documents FOR DELETE
  USING (deleted_at < now() - interval '30 days');
