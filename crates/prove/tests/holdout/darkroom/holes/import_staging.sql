-- Default privileges open each new table, and the staging table of the import came without row level
-- security.
-- about: import_staging
-- as: hf_darkroom_app
-- exploit: SET pacs.institution = '200';
-- exploit: INSERT INTO pacs.import_staging (institution_no, header) VALUES (200,
-- exploit:   '{"name": "Road-secret import"}');
-- exploit: SET pacs.institution = '100';
-- exploit: SELECT header FROM pacs.import_staging;
-- shows: Road-secret import
ALTER DEFAULT PRIVILEGES IN SCHEMA pacs GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO hf_darkroom_app;
CREATE TABLE pacs.import_staging (
  institution_no integer NOT NULL REFERENCES pacs.institutions,
  item_id uuid NOT NULL DEFAULT gen_random_uuid(),
  header jsonb NOT NULL,
  PRIMARY KEY (institution_no, item_id)
);
