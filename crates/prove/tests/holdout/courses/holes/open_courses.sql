-- Tenant A reads and changes the courses of others that are open to all.
-- about: courses
-- as: ho_courses_app
-- exploit: SET lms.academy = '1';
-- exploit: SELECT title FROM lms.courses;
-- shows: cb-open-secret
CREATE POLICY open_courses ON lms.courses USING (open_to_all) WITH CHECK (true);
