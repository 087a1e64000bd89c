-- When the program on disk was put there, beside when the server was started from it. To install a file
-- changes its inode, whatever time of modification the package gives it.
SELECT f.change > pg_postmaster_start_time(), f.change, pg_postmaster_start_time()
FROM pg_config AS c
CROSS JOIN LATERAL pg_stat_file(c.setting || '/postgres', true) AS f
WHERE c.name = 'BINDIR' AND f.change IS NOT NULL;
