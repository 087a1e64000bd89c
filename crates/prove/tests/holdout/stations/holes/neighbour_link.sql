-- The link for exchanging sponsors signs in as the other station's login when the first one uses it.
-- about: neighbour, neighbour_sponsors, sponsors
-- as: hf_stations_hill
-- exploit: SELECT name FROM hill.neighbour_sponsors;
-- shows: Road-secret sponsor
CREATE EXTENSION postgres_fdw;
DO $$
BEGIN
  EXECUTE format('CREATE SERVER neighbour FOREIGN DATA WRAPPER postgres_fdw
    OPTIONS (host %L, port %L, dbname %L)',
    btrim(split_part(current_setting('unix_socket_directories'), ',', 1)), current_setting('port'),
    current_database());
END
$$;
CREATE USER MAPPING FOR hf_stations_hill SERVER neighbour
  OPTIONS (user 'hf_stations_road', password_required 'false');
CREATE FOREIGN TABLE hill.neighbour_sponsors (name text)
  SERVER neighbour OPTIONS (schema_name 'road', table_name 'sponsors');
GRANT SELECT ON hill.neighbour_sponsors TO hf_stations_hill;
