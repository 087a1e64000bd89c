-- Any school finds the homework of all schools, because the school is asked for in the condition of an
-- outer join, which drops no rows.
-- about: search_homework, homework
-- as: hf_fluentford_app
-- exploit: SET app.current_school = 'a1e00000-0000-4000-8000-00000000000a';
-- exploit: SELECT task FROM ling.search_homework('road');
-- shows: Road-secret task
CREATE FUNCTION ling.search_homework(p_text text) RETURNS TABLE (task text, topic text, course text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ling, pg_temp AS $$
  SELECT h.task, l.topic, c.title
  FROM ling.homework h
  LEFT JOIN ling.lessons l ON l.id = h.lesson_id
  LEFT JOIN ling.courses c ON c.id = l.course_id AND c.school_id = ling.school()
  WHERE h.task ILIKE '%' || p_text || '%'
$$;
REVOKE ALL ON FUNCTION ling.search_homework(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ling.search_homework(text) TO hf_fluentford_app;
