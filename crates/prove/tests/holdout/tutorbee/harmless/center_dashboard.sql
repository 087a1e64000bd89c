-- Harmless: the dashboard's numbers are given to admins of the center only.
CREATE FUNCTION center_dashboard(p_center uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT is_admin(p_center) THEN
    RAISE EXCEPTION 'not allowed' USING ERRCODE = '42501';
  END IF;
  RETURN jsonb_build_object(
    'students', (SELECT count(*) FROM students WHERE center_id = p_center),
    'unpaid_cents', (SELECT coalesce(sum(cents), 0) FROM fees WHERE center_id = p_center AND NOT paid));
END $$;
GRANT EXECUTE ON FUNCTION center_dashboard(uuid) TO hf_tutorbee_app;
