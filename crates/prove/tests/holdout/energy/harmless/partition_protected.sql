-- A partition with a policy of its own may be granted.
SELECT grid.protect('grid.readings_2026_01', 'utility_id');
GRANT SELECT ON grid.readings_2026_01 TO hf_energy_app;
