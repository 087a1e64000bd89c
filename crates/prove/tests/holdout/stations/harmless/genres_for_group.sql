-- The group of all stations gets one more common table, which holds nothing of any station.
SET ROLE hf_stations_owner;
ALTER TABLE air.genres ADD COLUMN sort_key integer NOT NULL DEFAULT 0;
CREATE VIEW air.genre_list WITH (security_invoker = true) AS
  SELECT code, label FROM air.genres ORDER BY sort_key;
GRANT SELECT ON air.genre_list TO hf_stations_web;
RESET ROLE;
