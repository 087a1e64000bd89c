-- How old the database is, in seconds: this file is written when it is created and never again.
SELECT extract(epoch FROM now() - (pg_stat_file(format('base/%s/PG_VERSION', oid), true)).modification)
FROM pg_database
WHERE datname = current_database();
