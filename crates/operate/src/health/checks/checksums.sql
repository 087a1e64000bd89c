SELECT current_setting('data_checksums'), coalesce(d.datname, 'shared objects'), d.checksum_failures,
  d.checksum_last_failure
FROM pg_stat_database AS d;
