-- Tenant A grants itself a data set of B: who inserts must be the giver or the taker.
-- about: dataset_grants
-- as: hf_genomics_app
-- exploit: SET gen.institute = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: INSERT INTO gen.dataset_grants VALUES ('bbbbbbbb-0000-4000-8000-000000000000',
-- exploit: 'bbbbbbbb-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000000');
-- exploit: SELECT allele FROM gen.variants;
-- shows: allele-secret
CREATE POLICY ask ON gen.dataset_grants FOR INSERT WITH CHECK (grantee_id = gen.institute());
