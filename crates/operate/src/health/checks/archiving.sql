SELECT current_setting('archive_mode'), current_setting('archive_command'),
  current_setting('archive_library'),
  a.archived_count, a.failed_count, a.last_failed_time > coalesce(a.last_archived_time, a.stats_reset),
  extract(epoch FROM now() - coalesce(a.last_archived_time, a.stats_reset)), coalesce(a.last_failed_wal, ''),
  (SELECT count(*) FROM pg_ls_archive_statusdir() AS f WHERE f.name LIKE '%.ready')
FROM pg_stat_archiver AS a;
