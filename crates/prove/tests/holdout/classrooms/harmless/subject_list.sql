-- Harmless: the common list of subjects gets a column and a view with the reader's rights.
ALTER TABLE subjects ADD COLUMN colour text NOT NULL DEFAULT 'grey';
CREATE VIEW taught_subjects WITH (security_invoker = true) AS
SELECT c.school_id, c.subject, s.colour, count(*) AS classes
FROM classes c JOIN subjects s ON s.code = c.subject GROUP BY 1, 2, 3;
GRANT SELECT ON taught_subjects TO hf_classrooms_app;
