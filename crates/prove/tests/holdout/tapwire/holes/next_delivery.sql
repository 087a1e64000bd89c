-- Anyone takes the next delivery of any workspace: the worker's function was left open to PUBLIC.
-- about: next_delivery, deliveries
-- as: hf_tapwire_app
-- exploit: SET request.jwt.claims = '{"sub": "usr|ann"}';
-- exploit: SELECT payload FROM next_delivery();
-- shows: Road-secret half price
-- The worker takes one delivery at a time, whosever it is.
CREATE FUNCTION next_delivery() RETURNS SETOF deliveries
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  UPDATE deliveries d SET status = 'sending'
  WHERE (d.workspace_id, d.id) = (SELECT q.workspace_id, q.id FROM deliveries q WHERE q.status = 'queued'
                                  ORDER BY q.created_on LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING d.*
$$;
GRANT EXECUTE ON FUNCTION next_delivery() TO hf_tapwire_worker;
