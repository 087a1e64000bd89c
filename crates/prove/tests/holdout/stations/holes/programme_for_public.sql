-- The programme was opened to PUBLIC for a web page, meaning listeners, and with it the hosts' telephones.
-- about: hosts, shows
-- as: hf_stations_hill
-- exploit: SELECT name FROM road.hosts;
-- shows: Road-secret host
GRANT USAGE ON SCHEMA road TO PUBLIC;
GRANT SELECT ON road.shows, road.hosts TO PUBLIC;
