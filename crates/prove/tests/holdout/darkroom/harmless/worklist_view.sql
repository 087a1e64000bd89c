-- The worklist with its caller's rights: the policies below decide, and without a setting it is empty.
CREATE VIEW pacs.worklist WITH (security_invoker = true, security_barrier = true) AS
SELECT s.institution_no, s.study_uid, p.full_name, s.description
FROM pacs.studies s
JOIN pacs.patients p USING (institution_no, mrn)
WHERE NOT EXISTS (SELECT 1 FROM pacs.reports r
    WHERE r.institution_no = s.institution_no AND r.study_uid = s.study_uid AND r.signed_by IS NULL);
GRANT SELECT ON pacs.worklist TO hf_darkroom_app;
