-- Devices are found by their name only; names repeat, so one team's sync overwrites the queue of another.
-- about: sync_device, devices
-- as: hf_transect_app
-- exploit: SET survey.team = 'north';
-- exploit: SELECT 'touched ' || survey.sync_device('tab-1', '[{"x": 1}]');
-- shows: touched 2
CREATE FUNCTION survey.sync_device(p_device text, p_queue jsonb) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = survey, pg_temp AS $$
DECLARE v_count int;
BEGIN
  UPDATE survey.devices SET queue = p_queue, last_sync = now() WHERE device = p_device;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;
