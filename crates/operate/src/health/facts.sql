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
  -- Standbys, with a slot or without. A subscriber has a logical slot.
  (SELECT count(*) FROM pg_replication_slots AS s WHERE s.slot_type = 'physical')
    + (SELECT count(*) FROM pg_stat_replication AS r
       WHERE NOT EXISTS (SELECT FROM pg_replication_slots AS s WHERE s.active_pid = r.pid));
