-- Tenant A reads all readings: the parent was made anew, with its policy but not switched on.
-- about: readings
-- as: hf_energy_app
-- exploit: SET app.utility_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT source FROM grid.readings;
-- shows: reading-secret
ALTER TABLE grid.readings DISABLE ROW LEVEL SECURITY;
