-- Helix reads everything: its role was given BYPASSRLS for a backup.
-- about: hf_laboratory_helix
-- as: hf_laboratory_helix
-- exploit: SELECT name FROM lab.patients;
-- shows: Bob-secret
ALTER ROLE hf_laboratory_helix BYPASSRLS;
