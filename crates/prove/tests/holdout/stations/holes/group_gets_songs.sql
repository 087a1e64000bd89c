-- The songs of both stations were granted to the common group, so each login reads those of the other.
-- about: hf_stations_web, songs
-- as: hf_stations_hill
-- exploit: SET search_path = road;
-- exploit: SELECT title FROM songs;
-- shows: Road-secret song
GRANT USAGE ON SCHEMA hill, road TO hf_stations_web;
GRANT SELECT ON hill.songs, road.songs TO hf_stations_web;
