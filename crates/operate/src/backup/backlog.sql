SELECT count(*) FROM pg_ls_archive_statusdir() AS f WHERE f.name LIKE '%.ready';
