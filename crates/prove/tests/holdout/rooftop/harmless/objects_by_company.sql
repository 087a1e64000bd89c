-- harmless: stored files are read and written by members of the company in their path.
CREATE TABLE objects (
  bucket text NOT NULL,
  name text NOT NULL,
  owner uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (bucket, name)
);
ALTER TABLE objects ENABLE ROW LEVEL SECURITY;
ALTER TABLE objects FORCE ROW LEVEL SECURITY;
CREATE POLICY "crew reads photos" ON objects FOR SELECT USING (
  bucket = 'site-photos' AND is_member(split_part(name, '/', 1)::uuid));
CREATE POLICY "crew uploads photos" ON objects FOR INSERT WITH CHECK (
  bucket = 'site-photos' AND owner = uid() AND is_member(split_part(name, '/', 1)::uuid));
GRANT SELECT, INSERT ON objects TO hf_rooftop_app;
