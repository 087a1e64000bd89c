-- The application gets the table itself, which has no row level security, so it sees and changes all
-- machines.
-- about: machines
-- as: hf_laundry_app
-- exploit: SET wash.laundry = 'a6000000-0000-4000-8000-000000000001';
-- exploit: SELECT name FROM wash.machines;
-- shows: Soap-secret drum
-- The maintenance page uses the ORM, which wants the table.
GRANT USAGE ON SCHEMA wash TO hf_laundry_app;
GRANT SELECT, UPDATE ON wash.machines TO hf_laundry_app;
