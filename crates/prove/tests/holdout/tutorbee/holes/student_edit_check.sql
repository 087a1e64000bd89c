-- The new row is checked only for a signed-in person, so staff can put a student into another center.
-- about: students, Staff edit
-- as: hf_tutorbee_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000002"}';
-- exploit: UPDATE students SET center_id = 'b1000000-0000-4000-8000-000000000000';
-- shows: UPDATE 1
DROP POLICY "Staff edit" ON students;
CREATE POLICY "Staff edit" ON students FOR UPDATE
  USING (is_staff(center_id)) WITH CHECK (uid() IS NOT NULL);
