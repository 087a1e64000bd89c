-- The loop grants each new partition to the application, and partitions do not inherit row security.
-- about: tank_readings
-- as: hf_kelpherd_app
-- exploit: SET zoo.current_park = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT note FROM zoo.tank_readings_2026_02;
-- shows: Reef-secret leak
DO $$
DECLARE m date;
BEGIN
  FOR m IN SELECT generate_series('2026-01-01'::date, '2026-06-01', '1 month') LOOP
    EXECUTE format('CREATE TABLE zoo.%I PARTITION OF zoo.tank_readings FOR VALUES FROM (%L) TO (%L)',
      'tank_readings_' || to_char(m, 'YYYY_MM'), m, m + interval '1 month');
    EXECUTE format('GRANT SELECT, INSERT ON zoo.%I TO hf_kelpherd_app',
      'tank_readings_' || to_char(m, 'YYYY_MM'));
  END LOOP;
END $$;
