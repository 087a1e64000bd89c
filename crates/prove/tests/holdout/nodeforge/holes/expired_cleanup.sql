-- Anyone deletes the expired certificates of all makers, because the delete policy looks at the date
-- alone.
-- about: certificates, expired_cleanup
-- as: hf_nodeforge_app
-- exploit: SET nodeforge.tenant = '0a000000-0000-4000-8000-00000000000a';
-- exploit: DELETE FROM prov.certificates;
-- shows: DELETE 2

-- The cleaning task runs as the application.
CREATE POLICY expired_cleanup ON prov.certificates FOR DELETE TO hf_nodeforge_app
  USING (expires_at < now());
