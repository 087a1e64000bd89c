-- Tenant A reads the airplay of all stations in a materialized view.
-- about: airplay
-- as: hf_radio_app
-- exploit: SET radio.station = '1';
-- exploit: SELECT title FROM radio.airplay;
-- shows: Song-secret
CREATE MATERIALIZED VIEW radio.airplay AS
  SELECT t.station_id, t.title, count(*) AS plays
  FROM radio.tracks t JOIN radio.playlist_tracks pt ON pt.track_id = t.id GROUP BY 1, 2;
GRANT SELECT ON ALL TABLES IN SCHEMA radio TO hf_radio_app;
