-- Tenant A reads each new partition: rights on future tables were given by default.
-- about: readings_2026_03
-- as: hf_energy_app
-- exploit: SET app.utility_id = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: INSERT INTO grid.readings VALUES ('bbbbbbbb-0000-4000-8000-000000000000',
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000001', '2026-03-03', 1, 'x');
-- exploit: SET app.utility_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT count(*) || ' in March' FROM grid.readings_2026_03;
-- shows: 1 in March
ALTER DEFAULT PRIVILEGES IN SCHEMA grid GRANT SELECT, INSERT ON TABLES TO hf_energy_app;
CREATE TABLE grid.readings_2026_03 PARTITION OF grid.readings
  FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
