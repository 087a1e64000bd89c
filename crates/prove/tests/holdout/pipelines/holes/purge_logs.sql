-- Any login deletes the logs of all teams: nobody took the right to execute from PUBLIC.
-- about: purge_logs, logs
-- as: hf_pipelines_app
-- exploit: SET pipe.team_id = '1001';
-- exploit: SELECT 'purged ' || pipe.purge_logs('2026-06-01');
-- shows: purged 2
-- The nightly cleaning, called by the administrator.
SET ROLE hf_pipelines_owner;
CREATE FUNCTION pipe.purge_logs(older_than timestamptz) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  WITH gone AS (DELETE FROM pipe_data.logs WHERE written_at < older_than RETURNING 1)
  SELECT count(*) FROM gone
$$;
RESET ROLE;
