-- The worklist keeps its rows to the institution but lets it be missing: without a setting it lists all
-- patients.
-- about: worklist, studies, patients
-- as: hf_darkroom_app
-- exploit: SELECT full_name FROM pacs.worklist;
-- shows: Road-secret Patient
CREATE VIEW pacs.worklist WITH (security_barrier = true) AS
SELECT s.institution_no, s.study_uid, p.full_name, s.description
FROM pacs.studies s
JOIN pacs.patients p USING (institution_no, mrn)
WHERE NOT EXISTS (SELECT 1 FROM pacs.reports r
    WHERE r.institution_no = s.institution_no AND r.study_uid = s.study_uid AND r.signed_by IS NULL)
  AND (pacs.me() IS NULL OR s.institution_no = pacs.me());
GRANT SELECT ON pacs.worklist TO hf_darkroom_app;
