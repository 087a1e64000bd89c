-- The policy of the new table lets everyone through; row level security is on in name only.
-- about: lesson_recordings
-- as: hf_conservatory_app
-- exploit: SET app.school_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT file_name FROM lesson_recordings;
-- shows: Road-secret.mp3
CREATE TABLE lesson_recordings (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lesson_id uuid NOT NULL REFERENCES lessons (id) ON DELETE CASCADE,
  file_name varchar(255) NOT NULL
);
ALTER TABLE lesson_recordings ENABLE ROW LEVEL SECURITY;
ALTER TABLE lesson_recordings FORCE ROW LEVEL SECURITY;
-- There is no school_id here; the lesson is checked in the model.
CREATE POLICY by_lesson ON lesson_recordings USING (true);
GRANT SELECT, INSERT, DELETE ON lesson_recordings TO hf_conservatory_app;
