-- harmless: the new table follows its lesson, which follows its course, which follows the school.
CREATE TABLE lesson_recordings (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  lesson_id uuid NOT NULL REFERENCES lessons (id) ON DELETE CASCADE,
  file_name varchar(255) NOT NULL
);
ALTER TABLE lesson_recordings ENABLE ROW LEVEL SECURITY;
ALTER TABLE lesson_recordings FORCE ROW LEVEL SECURITY;
CREATE POLICY by_lesson ON lesson_recordings
  USING (EXISTS (SELECT 1 FROM lessons l WHERE l.id = lesson_recordings.lesson_id));
GRANT SELECT, DELETE, INSERT (lesson_id, file_name) ON lesson_recordings TO hf_conservatory_app;
