-- GRANT ALL gives TRUNCATE too, which row security does not filter: one practice empties the stock of all.
-- about: drug_stock
-- as: hf_vetcare_app
-- exploit: SET vet.practice_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: TRUNCATE vet.drug_stock;
-- exploit: SET vet.practice_id = 'bbbbbbbb-0000-4000-8000-000000000001';
-- exploit: SELECT 'left: ' || count(*) FROM vet.drug_stock;
-- shows: left: 0
GRANT ALL ON vet.drug_stock TO hf_vetcare_app;
