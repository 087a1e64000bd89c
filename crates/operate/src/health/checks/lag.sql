-- How far the standbys of this server are behind, and how far this one is behind its primary. A base backup
-- is a WAL sender that replays nothing.
SELECT format('standby %s (%s)', r.application_name, coalesce(host(r.client_addr), 'local')), r.state,
  pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END,
    r.replay_lsn),
  extract(epoch FROM r.replay_lag)
FROM pg_stat_replication AS r
WHERE r.state <> 'backup'
UNION ALL
SELECT 'this standby', 'replaying', pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()),
  -- A primary that rests sends nothing that could be late, and what comes after the rest is not as late as
  -- the rest was long: time counts when a megabyte waits or replay is paused.
  CASE WHEN pg_last_wal_receive_lsn() - pg_last_wal_replay_lsn() < 1048576
      AND NOT (pg_is_wal_replay_paused() AND pg_last_wal_receive_lsn() > pg_last_wal_replay_lsn()) THEN 0
    ELSE extract(epoch FROM now() - pg_last_xact_replay_timestamp()) END
WHERE pg_is_in_recovery();
