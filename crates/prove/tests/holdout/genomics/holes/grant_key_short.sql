-- Tenant A grants itself a data set of B under its own name: the key of the grant has lost the institute.
-- about: dataset_grants
-- as: hf_genomics_app
-- exploit: SET gen.institute = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO gen.dataset_grants VALUES ('aaaaaaaa-0000-4000-8000-000000000000',
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000000');
-- exploit: SELECT allele FROM gen.variants;
-- shows: allele-secret
ALTER TABLE gen.dataset_grants DROP CONSTRAINT dataset_grants_institute_id_dataset_id_fkey;
ALTER TABLE gen.dataset_grants ADD FOREIGN KEY (dataset_id) REFERENCES gen.datasets (id) ON DELETE CASCADE;
