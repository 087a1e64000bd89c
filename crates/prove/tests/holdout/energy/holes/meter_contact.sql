-- Tenant A reads the contacts of all meters: the detail table has no utility and no policy.
-- about: meter_contacts
-- as: hf_energy_app
-- exploit: SET app.utility_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO grid.meter_contacts VALUES ('bbbbbbbb-0000-4000-8000-000000000001', 'forged')
-- exploit: RETURNING phone;
-- shows: forged
CREATE TABLE grid.meter_contacts (meter_id uuid NOT NULL, phone text NOT NULL, PRIMARY KEY (meter_id, phone));
GRANT SELECT, INSERT ON grid.meter_contacts TO hf_energy_app;
