-- harmless: the quick check asks as its owner, and for the school of the session.
CREATE FUNCTION lesson_is_ours(p_lesson uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM lessons l JOIN courses c ON c.id = l.course_id
    WHERE l.id = p_lesson AND c.school_id = NULLIF(current_setting('app.school_id', true), '')::uuid)
$$;
REVOKE ALL ON FUNCTION lesson_is_ours(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lesson_is_ours(uuid) TO hf_conservatory_app;
DROP POLICY by_lesson ON lesson_notes;
CREATE POLICY by_lesson ON lesson_notes USING (lesson_is_ours(lesson_id));
