-- Tenant A learns which serials exist elsewhere: the device register has one key for all.
-- about: devices
-- as: hf_energy_app
-- exploit: SET app.utility_id = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: INSERT INTO grid.devices VALUES ('S-9', 'bbbbbbbb-0000-4000-8000-000000000000', 'x');
-- exploit: SET app.utility_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO grid.devices VALUES ('S-9', 'aaaaaaaa-0000-4000-8000-000000000000', 'x');
-- shows: duplicate key value
CREATE TABLE grid.devices (
  serial text PRIMARY KEY,
  utility_id uuid NOT NULL REFERENCES grid.utilities,
  model text NOT NULL
);
SELECT grid.protect('grid.devices', 'utility_id');
GRANT SELECT, INSERT ON grid.devices TO hf_energy_app;
