-- The view and the function that counts for it both have the caller's rights.
CREATE FUNCTION weekly_hours(p_code varchar) RETURNS bigint
LANGUAGE sql STABLE
SET search_path = public, pg_temp
AS $$
  SELECT count(*) FROM lessons l
  JOIN teachers t ON t.school_id = l.school_id AND t.id = l.teacher_id
  WHERE t.short_code = p_code
$$;
REVOKE EXECUTE ON FUNCTION weekly_hours(varchar) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION weekly_hours(varchar) TO hf_bellringer_app;
CREATE VIEW teacher_load WITH (security_invoker = true) AS
SELECT school_id, short_code, full_name, weekly_hours(short_code) AS hours FROM teachers;
GRANT SELECT ON teacher_load TO hf_bellringer_app;
