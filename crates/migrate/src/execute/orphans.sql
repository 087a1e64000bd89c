-- Sessions still at work for a run whose client is gone: we hold the run lock, so nobody else can be. One that has
-- been idle for a moment has nothing left to do (a pooler may keep it); before that it may be between two statements.
SELECT pid, usename AS "user", substr(application_name, length('{work}') + 1) AS host,
       greatest(0, extract(epoch FROM clock_timestamp() - coalesce(xact_start, query_start)))::bigint AS held_seconds,
       split_part(substr(application_name, length('{work}') + 1), ' ', 2) AS working_on
  FROM pg_stat_activity
 WHERE datname = current_database()
   AND starts_with(application_name, '{work}')
   AND pid <> pg_backend_pid()
   AND (state = 'idle' AND state_change < clock_timestamp() - interval '0.5 s') IS NOT TRUE
