-- The search in homework with its owner's rights and inner joins: only rows whose course is of the school
-- remain.
CREATE FUNCTION ling.search_homework(p_text text) RETURNS TABLE (task text, topic text, course text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ling, pg_temp AS $$
  SELECT h.task, l.topic, c.title
  FROM ling.homework h
  JOIN ling.lessons l ON l.id = h.lesson_id
  JOIN ling.courses c ON c.id = l.course_id AND c.school_id = ling.school()
  WHERE h.task ILIKE '%' || p_text || '%'
$$;
REVOKE ALL ON FUNCTION ling.search_homework(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ling.search_homework(text) TO hf_fluentford_app;
