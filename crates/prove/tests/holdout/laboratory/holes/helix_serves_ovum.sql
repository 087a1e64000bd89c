-- Helix becomes ovum: a common technician was to work for both.
-- about: hf_laboratory_ovum
-- as: hf_laboratory_helix
-- exploit: SET ROLE hf_laboratory_ovum;
-- exploit: SELECT name FROM lab.patients;
-- shows: Bob-secret
GRANT hf_laboratory_ovum TO hf_laboratory_helix;
