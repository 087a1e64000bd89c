-- Tenant A reads the alarms that were cut off: a detached partition keeps its rights and no policy.
-- about: alarms_1, alarms_0
-- as: hf_energy_app
-- exploit: SET app.utility_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO grid.alarms_1 VALUES ('bbbbbbbb-0000-4000-8000-000000000000',
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000003', 'forged');
-- shows: INSERT 0 1
ALTER TABLE grid.alarms DETACH PARTITION grid.alarms_1;
GRANT SELECT, INSERT ON grid.alarms_1, grid.alarms TO hf_energy_app;
