-- The table was rebuilt in parts; LIKE copies neither the policies nor the switch, so all readings are
-- open.
-- about: readings, readings_old, readings_2025, readings_rest
-- as: hf_meterbrook_app
-- exploit: SET meterbrook.utility_id = '1';
-- exploit: SELECT serial, amount FROM water.readings;
-- shows: 48213
ALTER TABLE water.readings RENAME TO readings_old;
CREATE TABLE water.readings (LIKE water.readings_old INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
  PRIMARY KEY (utility_id, serial, read_at)) PARTITION BY RANGE (read_at);
CREATE TABLE water.readings_2025 PARTITION OF water.readings
  FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE water.readings_rest PARTITION OF water.readings DEFAULT;
INSERT INTO water.readings SELECT * FROM water.readings_old;
DROP TABLE water.readings_old;
GRANT SELECT, INSERT, UPDATE, DELETE ON water.readings TO hf_meterbrook_app;
