-- The worker's function takes the next task of any company and gives it to the caller.
-- about: take_task
-- as: hf_dispatch_app
-- exploit: SET app.current_company_id = '7';
-- exploit: SELECT arguments FROM take_task('mail');
-- shows: Road-secret mail
CREATE FUNCTION take_task(p_queue text) RETURNS SETOF background_tasks
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM background_tasks
   WHERE (company_id, id) IN (
     SELECT company_id, id FROM background_tasks
      WHERE queue = p_queue AND run_at <= now()
      ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING *
$$;
GRANT EXECUTE ON FUNCTION take_task(text) TO hf_dispatch_app;
