-- The worker's function runs as a superuser and takes the oldest job of all organizations for any caller.
-- about: reminders_take, reminders_job
-- as: hf_habits_app
-- exploit: SET app.organization_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT reminders_take();
-- shows: Road-secret reminder
-- One worker serves all organizations.
CREATE FUNCTION reminders_take() RETURNS jsonb
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE reminders_job j SET taken = true
  WHERE (j.organization_id, j.id) = (
    SELECT k.organization_id, k.id FROM reminders_job k WHERE NOT k.taken ORDER BY k.run_at
    LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING j.payload
$$;
