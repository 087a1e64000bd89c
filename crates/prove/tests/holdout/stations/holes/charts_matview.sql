-- The charts hold the titles and plays of all stations in one materialized view that the group may read.
-- about: charts, plays, songs
-- as: hf_stations_hill
-- exploit: SELECT title FROM air.charts;
-- shows: Road-secret song
SET ROLE hf_stations_owner;
CREATE MATERIALIZED VIEW air.charts AS
  SELECT 'hill' AS station, s.title, count(*) AS plays
  FROM hill.songs s
  JOIN hill.plays p ON p.song_nr = s.nr
  GROUP BY s.title
  UNION ALL
  SELECT 'road', s.title, count(*)
  FROM road.songs s
  JOIN road.plays p ON p.song_nr = s.nr
  GROUP BY s.title;
GRANT SELECT ON air.charts TO hf_stations_web;
RESET ROLE;
