-- The worker's function takes tasks of the company in the setting only.
CREATE FUNCTION take_task(p_queue text) RETURNS SETOF background_tasks
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM background_tasks
   WHERE company_id = current_company_id() AND id IN (
     SELECT id FROM background_tasks
      WHERE company_id = current_company_id() AND queue = p_queue AND run_at <= now()
      ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING *
$$;
GRANT EXECUTE ON FUNCTION take_task(text) TO hf_dispatch_app;
