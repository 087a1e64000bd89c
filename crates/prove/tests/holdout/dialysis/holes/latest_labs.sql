-- The view with the latest values has its owner's rights, and joins nothing that narrows it to a network.
-- about: latest_labs, lab_values, patients
-- as: hf_dialysis_app
-- exploit: SET dia.network = 'a3000000-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM dia.latest_labs;
-- shows: 6.731
CREATE VIEW dia.latest_labs AS
SELECT DISTINCT ON (l.network_id, l.patient_id, l.analyte)
  l.unit_code, p.full_name, l.analyte, l.value, l.taken_at
FROM dia.lab_values l
JOIN dia.patients p ON p.network_id = l.network_id AND p.id = l.patient_id
WHERE dia.unit() IS NULL OR l.unit_code = dia.unit()
ORDER BY l.network_id, l.patient_id, l.analyte, l.taken_at DESC;
GRANT SELECT ON dia.latest_labs TO hf_dialysis_app;
