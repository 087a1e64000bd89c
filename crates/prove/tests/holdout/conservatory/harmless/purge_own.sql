-- harmless: the clean-up runs with the rights of the caller, so only students of the school are deleted.
CREATE FUNCTION purge_deleted(p_days integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE v_count integer;
BEGIN
  DELETE FROM students WHERE deleted_at < now() - make_interval(days => p_days);
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;
