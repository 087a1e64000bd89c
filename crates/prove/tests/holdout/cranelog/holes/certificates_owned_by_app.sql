-- The application switches off the policies of a table and reads all certificates, because it became the
-- owner so that it may create its own indexes.
-- about: certificates, hf_cranelog_app
-- as: hf_cranelog_app
-- exploit: SET crane.firm_id = '11';
-- exploit: ALTER TABLE lift.certificates DISABLE ROW LEVEL SECURITY;
-- exploit: SELECT holder FROM lift.certificates;
-- shows: Road-secret holder
-- Indexes are built by a background job of the application.
ALTER TABLE lift.certificates OWNER TO hf_cranelog_app;
