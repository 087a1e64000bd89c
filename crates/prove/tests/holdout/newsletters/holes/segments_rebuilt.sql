-- The rebuilt table of segments got its data, grants and keys back, but not its row level security.
-- about: segments
-- as: hf_newsletters_app
-- exploit: SET app.publication = 'alpha-weekly';
-- exploit: SELECT name FROM segments;
-- shows: Road-secret readers
-- The filter becomes text; the table is written anew because of its size.
ALTER TABLE campaigns DROP CONSTRAINT campaigns_publication_segment_id_fkey;
CREATE TABLE segments_new (LIKE segments INCLUDING ALL);
ALTER TABLE segments_new ALTER COLUMN filter TYPE text, ALTER COLUMN filter SET DEFAULT '';
INSERT INTO segments_new SELECT publication, id, name, filter::text FROM segments;
DROP TABLE segments;
ALTER TABLE segments_new RENAME TO segments;
ALTER TABLE segments ADD FOREIGN KEY (publication) REFERENCES publications ON DELETE CASCADE;
ALTER TABLE campaigns ADD FOREIGN KEY (publication, segment_id) REFERENCES segments;
GRANT SELECT, INSERT, UPDATE, DELETE ON segments TO hf_newsletters_app;
