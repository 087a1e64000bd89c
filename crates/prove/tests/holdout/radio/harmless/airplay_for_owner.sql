-- The charts of all stations, for the owner only.
CREATE MATERIALIZED VIEW radio.airplay AS
  SELECT t.title, count(*) AS plays
  FROM radio.tracks t JOIN radio.playlist_tracks pt ON pt.track_id = t.id GROUP BY 1;
