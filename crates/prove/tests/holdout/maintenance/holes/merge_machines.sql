-- A machine of another account is renamed: the function compares the account of one of the two only.
-- about: merge_machines, machines
-- as: hf_maintenance_app
-- exploit: SET app.current_account = '10';
-- exploit: SELECT merge_machines('a0000000-0000-4000-8000-000000000003',
-- exploit: 'b0000000-0000-4000-8000-000000000003');
-- shows: merged Road-secret lift
-- Two entries for one machine become one; its work orders and its label stay.
CREATE FUNCTION merge_machines(keep uuid, gone uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  account bigint := NULLIF(current_setting('app.current_account', true), '')::bigint;
  old_label varchar;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM machines WHERE account_id = account AND id = keep) THEN
    RAISE EXCEPTION 'machine not found';
  END IF;
  UPDATE work_orders SET state = 'merged' WHERE machine_id = gone;
  UPDATE machines SET kind = 'merged' WHERE id = gone RETURNING label INTO old_label;
  RETURN 'merged ' || old_label;
END
$$;
REVOKE ALL ON FUNCTION merge_machines(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION merge_machines(uuid, uuid) TO hf_maintenance_app;
