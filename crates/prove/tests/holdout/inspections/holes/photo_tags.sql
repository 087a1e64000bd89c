-- A new table hangs on photos; it is made with the permissive policy of the house style and without its wall.
-- about: photo_tags
-- as: hf_inspections_app
-- exploit: SET insp.bureau = 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT file, tag FROM insp.photo_tags;
-- shows: photo-secret
CREATE TABLE insp.photo_tags (
  bureau_id uuid NOT NULL,
  inspection_id uuid NOT NULL,
  finding_no int NOT NULL,
  file text NOT NULL,
  tag text NOT NULL,
  PRIMARY KEY (bureau_id, inspection_id, finding_no, file, tag),
  FOREIGN KEY (bureau_id, inspection_id, finding_no, file) REFERENCES insp.photos ON DELETE CASCADE
);
ALTER TABLE insp.photo_tags ENABLE ROW LEVEL SECURITY;
ALTER TABLE insp.photo_tags FORCE ROW LEVEL SECURITY;
CREATE POLICY app_may ON insp.photo_tags TO hf_inspections_app USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON insp.photo_tags TO hf_inspections_app;
CREATE FUNCTION insp.tag_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO insp.photo_tags VALUES (NEW.bureau_id, NEW.inspection_id, NEW.finding_no, NEW.file, 'new');
  RETURN NULL;
END $$;
CREATE TRIGGER tag_new AFTER INSERT ON insp.photos FOR EACH ROW EXECUTE FUNCTION insp.tag_new();
