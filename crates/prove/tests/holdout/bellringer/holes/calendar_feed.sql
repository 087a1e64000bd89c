-- A calendar is fetched by its running number with the owner's rights, and everybody may run the function.
-- about: calendar_feed, lessons
-- as: hf_bellringer_app
-- exploit: SELECT * FROM calendar_feed(2);
-- shows: Road-secret remark
CREATE FUNCTION calendar_feed(p_id bigint) RETURNS TABLE (weekday integer, period integer, remark text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  SELECT l.weekday, l.period, l.remark
  FROM calendar_feeds f
  JOIN lessons l ON l.school_id = f.school_id AND l.teacher_id = f.teacher_id
  WHERE f.id = p_id
$$;
