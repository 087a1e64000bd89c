SELECT current_database(),
  current_setting('server_version'),
  current_setting('server_version_num'),
  pg_has_role('pg_read_all_stats', 'USAGE'),
  current_setting('track_counts')::bool,
  current_setting('track_activities')::bool,
  pg_is_in_recovery(),
  -- A crash or a new cluster shows in the statistics of the background writer only.
  extract(epoch FROM now() - greatest(
    (SELECT d.stats_reset FROM pg_stat_database AS d WHERE d.datname = current_database()),
    (SELECT b.stats_reset FROM pg_stat_bgwriter AS b))),
  (SELECT count(*) FROM pg_stat_replication)
    + (SELECT count(*) FROM pg_replication_slots WHERE slot_type = 'physical');
