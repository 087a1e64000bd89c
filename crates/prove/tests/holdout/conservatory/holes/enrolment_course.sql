-- The short policy no longer asks for the course, so students are enrolled in courses of another school.
-- about: enrollments, school_isolation
-- as: hf_conservatory_app
-- exploit: SET app.school_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: INSERT INTO enrollments VALUES ('aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000021', 'bbbbbbbb-0000-4000-8000-000000000032');
-- shows: INSERT 0 1
-- The same policy on all tables that have school_id.
DROP POLICY school_isolation ON enrollments;
CREATE POLICY school_isolation ON enrollments
  USING (school_id = NULLIF(current_setting('app.school_id', true), '')::uuid);
