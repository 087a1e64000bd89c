-- A session without a school reads all homework, because the helper asks that no other school owns the
-- lesson, and no comparison with NULL is true.
-- about: may_see_lesson, homework, lessons
-- as: hf_fluentford_app
-- exploit: SELECT task FROM ling.homework;
-- shows: Road-secret task
-- One helper in place of three joins in each policy.
CREATE FUNCTION ling.may_see_lesson(p_lesson uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ling, pg_temp AS $$
  SELECT NOT EXISTS (
    SELECT 1 FROM ling.lessons l JOIN ling.courses c ON c.id = l.course_id
    WHERE l.id = p_lesson AND c.school_id <> ling.school())
$$;
REVOKE ALL ON FUNCTION ling.may_see_lesson(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ling.may_see_lesson(uuid) TO hf_fluentford_app;
DROP POLICY own_school ON ling.homework;
CREATE POLICY own_school ON ling.homework USING (ling.may_see_lesson(lesson_id));
