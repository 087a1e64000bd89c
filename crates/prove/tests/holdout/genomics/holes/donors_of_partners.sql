-- Tenant A reads the donors of any institute to which it has granted something: the grant is read backwards.
-- about: donors
-- as: hf_genomics_app
-- exploit: SET gen.institute = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO gen.dataset_grants VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
-- exploit: 'aaaaaaaa-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000000');
-- exploit: SELECT name FROM gen.donors;
-- shows: Donor-secret
CREATE POLICY partners ON gen.donors FOR SELECT USING (institute_id IN (
  SELECT g.grantee_id FROM gen.dataset_grants g WHERE g.institute_id = gen.institute()));
