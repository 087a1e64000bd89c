-- The new month's partition can be read directly and has no policy of its own, so it shows the readings of
-- all.
-- about: telemetry_2030_02, telemetry
-- as: hf_vehicles_app
-- exploit: SET fleet.org_id = 'alpha';
-- exploit: SELECT reading ->> 'place' FROM fleet.telemetry_2030_02;
-- shows: Road-secret dock
-- Readings of January are kept with those of February from now on; dashboards read the part directly.
DROP TABLE fleet.telemetry_2030_01;
CREATE TABLE fleet.telemetry_2030_02 PARTITION OF fleet.telemetry
  FOR VALUES FROM ('2030-01-01 00:00Z') TO ('2030-03-01 00:00Z');
GRANT SELECT ON fleet.telemetry_2030_02 TO hf_vehicles_app;
