-- Covers are shown on public pages, so anyone signed in may list all covers; the policy lets them delete too.
-- about: objects, objects_covers
-- as: hf_micbooth_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: DELETE FROM studio.objects WHERE bucket = 'covers' RETURNING name;
-- shows: Road-secret-cover
CREATE POLICY objects_covers ON studio.objects
  USING (bucket = 'covers' AND studio.uid() IS NOT NULL);
