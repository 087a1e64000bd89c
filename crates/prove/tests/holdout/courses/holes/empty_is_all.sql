-- A session whose setting is empty sees every learner.
-- about: learners
-- as: ho_courses_app
-- exploit: SET lms.academy = '1';
-- exploit: SET lms.academy = '';
-- exploit: SELECT name FROM lms.learners;
-- shows: lb-secret
DROP POLICY academy ON lms.learners;
CREATE POLICY academy ON lms.learners USING (
  CASE WHEN current_setting('lms.academy', true) = '' THEN true ELSE academy_id = lms.academy() END);
