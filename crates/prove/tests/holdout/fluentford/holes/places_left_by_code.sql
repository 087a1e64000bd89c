-- A school reads title and places of the courses of others, because the function behind the booking page
-- takes a code that each school may use.
-- about: places_left, courses, enrolments
-- as: hf_fluentford_app
-- exploit: SET app.current_school = 'a1e00000-0000-4000-8000-00000000000a';
-- exploit: SELECT * FROM ling.places_left('NL-1');
-- shows: Road-secret course
CREATE FUNCTION ling.places_left(p_code text) RETURNS TABLE (title text, places_left bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ling, pg_temp AS $$
  SELECT c.title, c.places - count(e.id)
  FROM ling.courses c LEFT JOIN ling.enrolments e ON e.course_id = c.id
  WHERE c.code = p_code AND NOT c.archived
  GROUP BY c.id
$$;
REVOKE ALL ON FUNCTION ling.places_left(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ling.places_left(text) TO hf_fluentford_app;
