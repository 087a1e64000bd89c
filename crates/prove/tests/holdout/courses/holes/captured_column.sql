-- Tenant A reads all enrolments: the column in the subquery binds to the inner table.
-- about: enrolments
-- as: ho_courses_app
-- exploit: SET lms.academy = '1';
-- exploit: SELECT learner_id FROM lms.enrolments;
-- shows: bbbbbbbb-0000-4000-8000-000000000001
DROP POLICY academy ON lms.enrolments;
CREATE POLICY academy ON lms.enrolments USING (EXISTS (
  SELECT FROM lms.learners l WHERE l.academy_id = academy_id AND l.academy_id = lms.academy()));
