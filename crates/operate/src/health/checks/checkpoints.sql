SELECT c.num_timed, c.num_requested, extract(epoch FROM now() - c.stats_reset),
  current_setting('max_wal_size')
FROM pg_stat_checkpointer AS c;
