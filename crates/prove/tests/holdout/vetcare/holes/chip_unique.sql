-- A chip number is now unique over all practices: the error tells that another practice treats this animal.
-- about: patients, patients_chip_idx
-- as: hf_vetcare_app
-- exploit: SET vet.practice_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: INSERT INTO vet.patients (practice_id, keeper_id, species, name, chip_no) VALUES
-- exploit:   (vet.practice(), 'aaaaaaaa-0000-4000-8000-000000000020', 'dog', 'probe', '900-2');
-- shows: patients_chip_idx
CREATE UNIQUE INDEX patients_chip_idx ON vet.patients (chip_no) WHERE chip_no IS NOT NULL;
