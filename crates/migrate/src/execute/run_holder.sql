-- Who holds the run lock, and what the session of the same name is working on.
SELECT a.pid, a.usename AS "user",
       CASE WHEN starts_with(a.application_name, '{lock}') THEN substr(a.application_name, length('{lock}') + 1)
            ELSE coalesce(host(a.client_addr), 'a local client') END AS host,
       greatest(0, extract(epoch FROM clock_timestamp() - a.xact_start))::bigint AS held_seconds,
       (SELECT split_part(substr(w.application_name, length('{work}') + 1), ' ', 2)
          FROM pg_stat_activity AS w
         WHERE w.datname = current_database()
           AND starts_with(w.application_name, '{work}' || substr(a.application_name, length('{lock}') + 1) || ' ')
         LIMIT 1) AS working_on
  FROM pg_locks AS l
  JOIN pg_stat_activity AS a ON a.pid = l.pid
 WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
   AND l.classid = {classid} AND l.objid = {objid}
   AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
