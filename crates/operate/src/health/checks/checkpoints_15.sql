-- Before PostgreSQL 17 the background writer counts for the checkpointer.
SELECT b.checkpoints_timed, b.checkpoints_req, extract(epoch FROM now() - b.stats_reset),
  current_setting('max_wal_size')
FROM pg_stat_bgwriter AS b;
