-- Tenant A reads the names of all institutes: it was to choose with whom to share.
-- about: institutes
-- as: hf_genomics_app
-- exploit: SET gen.institute = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT name FROM gen.institutes;
-- shows: Institute-secret
CREATE POLICY choose ON gen.institutes FOR SELECT USING (true);
