-- The health number becomes unique everywhere: a refused entry tells that a person is treated in another
-- network.
-- about: patients_health_no_key, patients
-- as: hf_dialysis_app
-- exploit: SET dia.network = 'a3000000-0000-4000-8000-000000000001';
-- exploit: INSERT INTO dia.patients (network_id, unit_code, health_no, full_name)
-- exploit: VALUES ('a3000000-0000-4000-8000-000000000001', 'NORTH', '1000777', 'x');
-- shows: duplicate key value
-- A health number is given once in the country.
ALTER TABLE dia.patients DROP CONSTRAINT patients_health_no_key;
ALTER TABLE dia.patients ADD CONSTRAINT patients_health_no_key UNIQUE (health_no);
