-- Tenant A reads the lessons of every course that has a code of its own courses.
-- about: lessons
-- as: ho_courses_app
-- exploit: SET lms.academy = '1';
-- exploit: SELECT content FROM lms.lessons;
-- shows: lesson-secret
DROP POLICY academy ON lms.lessons;
CREATE POLICY academy ON lms.lessons USING (EXISTS (SELECT FROM lms.courses c WHERE c.code = lessons.code));
