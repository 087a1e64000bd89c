-- A login deletes the recordings of all organizations that are older than the days it likes.
-- about: purgeRecordings, Recording
-- as: hf_meetling_app
-- exploit: SET app.tenant_id = 'clh0harbour';
-- exploit: SELECT "purgeRecordings"(30);
-- exploit: SET app.tenant_id = 'clh0road';
-- exploit: SELECT 'recordings: ' || count(*) FROM "Recording";
-- shows: recordings: 0
CREATE FUNCTION "purgeRecordings"("pDays" INTEGER) RETURNS BIGINT LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM "Recording" WHERE "madeAt" < now() - make_interval(days => "pDays") RETURNING 1
  )
  SELECT count(*) FROM gone
$$;
-- The scheduler has the same login as the web process.
GRANT EXECUTE ON FUNCTION "purgeRecordings"(INTEGER) TO hf_meetling_app;
