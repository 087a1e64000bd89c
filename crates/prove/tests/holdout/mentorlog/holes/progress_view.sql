-- The progress view belongs to the owner of the tables and is no security_invoker view: it shows all
-- assessments.
-- about: training_progress, training_assessment, training_apprentice
-- as: hf_mentorlog_app
-- exploit: SET app.organisation_id = '7';
-- exploit: SELECT full_name, grade FROM training_progress;
-- shows: Road-secret apprentice

CREATE VIEW training_progress AS
SELECT a.organisation_id, a.id, a.full_name, s.grade, s.remark
FROM training_apprentice a
LEFT JOIN training_assessment s ON s.organisation_id = a.organisation_id AND s.apprentice_id = a.id;
GRANT SELECT ON training_progress TO hf_mentorlog_app;
