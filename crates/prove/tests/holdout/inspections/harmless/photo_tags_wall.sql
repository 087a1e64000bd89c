-- A new table hangs on photos; it has both policies of the house style.
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
CREATE POLICY bureau_wall ON insp.photo_tags AS RESTRICTIVE TO hf_inspections_app
  USING (bureau_id = nullif(current_setting('insp.bureau', true), '')::uuid)
  WITH CHECK (bureau_id = nullif(current_setting('insp.bureau', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON insp.photo_tags TO hf_inspections_app;
