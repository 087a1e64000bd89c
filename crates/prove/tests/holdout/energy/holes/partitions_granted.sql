-- Tenant A reads the readings of all: the partitions were granted, and only the parent has a policy.
-- about: readings_2026_01, readings_2026_02
-- as: hf_energy_app
-- exploit: SET app.utility_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT source FROM grid.readings_2026_02;
-- shows: reading-secret
GRANT SELECT ON grid.readings_2026_01, grid.readings_2026_02 TO hf_energy_app;
