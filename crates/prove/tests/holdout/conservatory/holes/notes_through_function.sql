-- The quick check asks as its owner whether the lesson exists, which it always does.
-- about: lesson_exists, lesson_notes, by_lesson
-- as: hf_conservatory_app
-- exploit: SET app.school_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT body FROM lesson_notes;
-- shows: Road-secret note
-- Nested policies made the notes slow.
CREATE FUNCTION lesson_exists(p_lesson uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM lessons l JOIN courses c ON c.id = l.course_id WHERE l.id = p_lesson)
$$;
DROP POLICY by_lesson ON lesson_notes;
CREATE POLICY by_lesson ON lesson_notes USING (lesson_exists(lesson_id));
