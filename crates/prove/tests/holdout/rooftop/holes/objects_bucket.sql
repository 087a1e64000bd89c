-- The policy for stored files asks for the bucket only; all companies share the bucket.
-- about: objects
-- as: hf_rooftop_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: SELECT name FROM objects;
-- shows: Road-secret-roof.jpg
-- Files lie under the id of the company: site-photos/<company>/<file>.
CREATE TABLE objects (
  bucket text NOT NULL,
  name text NOT NULL,
  owner uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (bucket, name)
);
ALTER TABLE objects ENABLE ROW LEVEL SECURITY;
ALTER TABLE objects FORCE ROW LEVEL SECURITY;
CREATE POLICY "crew reads photos" ON objects FOR SELECT USING (bucket = 'site-photos' AND uid() IS NOT NULL);
CREATE POLICY "crew uploads photos" ON objects FOR INSERT WITH CHECK (
  bucket = 'site-photos' AND owner = uid() AND is_member(split_part(name, '/', 1)::uuid));
GRANT SELECT, INSERT ON objects TO hf_rooftop_app;
