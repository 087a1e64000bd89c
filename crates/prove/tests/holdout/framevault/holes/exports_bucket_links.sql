-- Any user with a token reads the exports of all studios, because the policy of the bucket only asks
-- whether somebody is signed in.
-- about: stored_files, exports_signed_in
-- as: hf_framevault_app
-- exploit: SET request.jwt.claims = '{"sub": "a1f00000-0000-4000-8000-00000000000a"}';
-- exploit: SELECT path, body FROM stock.stored_files;
-- shows: Road-secret export
-- Links in mails must open for the accountant too.
CREATE POLICY exports_signed_in ON stock.stored_files FOR SELECT TO hf_framevault_app
  USING (bucket = 'exports' AND stock.uid() IS NOT NULL);
