-- The table rebuilt in parts, with its row security and policy written again, also on the parts.
ALTER TABLE water.readings RENAME TO readings_old;
CREATE TABLE water.readings (LIKE water.readings_old INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
  PRIMARY KEY (utility_id, serial, read_at),
  FOREIGN KEY (utility_id, serial) REFERENCES water.meters (utility_id, serial)) PARTITION BY RANGE (read_at);
CREATE TABLE water.readings_2025 PARTITION OF water.readings
  FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE water.readings_rest PARTITION OF water.readings DEFAULT;
INSERT INTO water.readings SELECT * FROM water.readings_old;
DROP TABLE water.readings_old;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['readings', 'readings_2025', 'readings_rest'] LOOP
    EXECUTE format('ALTER TABLE water.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE water.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON water.%I USING (utility_id = water.utility())
      WITH CHECK (utility_id = water.utility())', t || '_own', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON water.readings TO hf_meterbrook_app;
