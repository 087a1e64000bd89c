-- The view ranks pupils of all schools, with the rights of its owner, and filters by subject only.
-- about: subject_ranks
-- as: hf_classrooms_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT full_name, points FROM subject_ranks;
-- shows: Road-secret pupil
-- Who is best in a subject that is taught at my school.
CREATE VIEW subject_ranks WITH (security_barrier = true) AS
SELECT c.subject, p.full_name, k.points
FROM marks k
JOIN submissions s ON s.school_id = k.school_id AND s.id = k.submission_id
JOIN assignments a ON a.school_id = s.school_id AND a.id = s.assignment_id
JOIN classes c ON c.school_id = a.school_id AND c.id = a.class_id
JOIN pupils p ON p.school_id = s.school_id AND p.id = s.pupil_id
WHERE c.subject IN (SELECT mine.subject FROM classes mine WHERE my_school(mine.school_id));
GRANT SELECT ON subject_ranks TO hf_classrooms_app;
