-- The worker's function is closed to PUBLIC, and the application is not the worker.
CREATE FUNCTION next_delivery() RETURNS SETOF deliveries
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  UPDATE deliveries d SET status = 'sending'
  WHERE (d.workspace_id, d.id) = (SELECT q.workspace_id, q.id FROM deliveries q WHERE q.status = 'queued'
                                  ORDER BY q.created_on LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING d.*
$$;
REVOKE ALL ON FUNCTION next_delivery() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION next_delivery() TO hf_tapwire_worker;
