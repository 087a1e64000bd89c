-- Invoices without a student, as for the hall, are open to all schools.
-- about: invoices
-- as: hf_conservatory_app
-- exploit: SET app.school_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT text FROM invoices;
-- shows: Road-secret hall rent
-- The portal hides invoices of students who left.
DROP POLICY school_isolation ON invoices;
CREATE POLICY school_isolation ON invoices
  USING (student_id IS NULL OR EXISTS (SELECT 1 FROM students s
    WHERE s.school_id = invoices.school_id AND s.id = invoices.student_id AND s.deleted_at IS NULL))
  WITH CHECK (school_id = NULLIF(current_setting('app.school_id', true), '')::uuid);
