-- Tenant A destroys what B shares with it: the policy for reading became one for everything.
-- about: datasets, variants
-- as: hf_genomics_app
-- exploit: SET gen.institute = 'bbbbbbbb-0000-4000-8000-000000000000';
-- exploit: INSERT INTO gen.dataset_grants VALUES ('bbbbbbbb-0000-4000-8000-000000000000',
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000000');
-- exploit: SET gen.institute = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: DELETE FROM gen.variants;
-- shows: DELETE 2
DROP POLICY granted ON gen.variants;
CREATE POLICY granted ON gen.variants USING (dataset_id IN (SELECT gen.granted()));
