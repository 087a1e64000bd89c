-- Each station has its own charts in its own schema, granted to its own login.
SET ROLE hf_stations_owner;
CREATE MATERIALIZED VIEW hill.charts AS
  SELECT s.title, count(*) AS plays
  FROM hill.songs s
  JOIN hill.plays p ON p.song_nr = s.nr
  GROUP BY s.title;
CREATE MATERIALIZED VIEW road.charts AS
  SELECT s.title, count(*) AS plays
  FROM road.songs s
  JOIN road.plays p ON p.song_nr = s.nr
  GROUP BY s.title;
GRANT SELECT ON hill.charts TO hf_stations_hill;
GRANT SELECT ON road.charts TO hf_stations_road;
RESET ROLE;
