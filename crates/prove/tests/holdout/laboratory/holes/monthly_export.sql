-- Everybody reads the export of all patients: a table made from a query has no policy.
-- about: patient_export
-- as: hf_laboratory_helix
-- exploit: SELECT name FROM lab.patient_export;
-- exploit: INSERT INTO lab.patient_export VALUES ('ovum', 'x');
-- shows: INSERT 0 1
CREATE TABLE lab.patient_export AS SELECT p.lab, p.name FROM lab.patients p;
GRANT SELECT, INSERT ON lab.patient_export TO PUBLIC;
