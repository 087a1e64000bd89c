-- Every laboratory empties the tables of all: TRUNCATE came with ALL, and no policy holds it back.
-- about: instruments, results, samples, patients
-- as: hf_laboratory_helix
-- exploit: TRUNCATE lab.instruments;
-- shows: TRUNCATE TABLE
GRANT ALL ON ALL TABLES IN SCHEMA lab TO hf_laboratory_users;
