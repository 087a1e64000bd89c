-- For handing over files the previous school may see a pupil; it goes on reading and changing the row for
-- good.
-- about: pupils, school_scope, previous_school_id
-- as: hf_bellringer_app
-- exploit: SET app.school_id = '1';
-- exploit: SELECT full_name FROM pupils;
-- shows: Road-secret Pupil
ALTER POLICY school_scope ON pupils
  USING (school_id = current_school_id() OR previous_school_id = current_school_id())
  WITH CHECK (school_id = current_school_id() OR previous_school_id = current_school_id());
