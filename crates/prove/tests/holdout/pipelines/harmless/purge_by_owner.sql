-- The nightly cleaning of all teams, which nobody but its owner may execute.
SET ROLE hf_pipelines_owner;
CREATE FUNCTION pipe.purge_logs(older_than timestamptz) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  WITH gone AS (DELETE FROM pipe_data.logs WHERE written_at < older_than RETURNING 1)
  SELECT count(*) FROM gone
$$;
REVOKE EXECUTE ON FUNCTION pipe.purge_logs(timestamptz) FROM PUBLIC;
RESET ROLE;
