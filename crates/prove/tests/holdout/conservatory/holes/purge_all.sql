-- The clean-up that a school may start deletes the former students of all schools.
-- about: purge_deleted, students
-- as: hf_conservatory_app
-- exploit: SET app.school_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT 'purged ' || purge_deleted(30);
-- shows: purged 1
CREATE FUNCTION purge_deleted(p_days integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE v_count integer;
BEGIN
  DELETE FROM students WHERE deleted_at < now() - make_interval(days => p_days);
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;
