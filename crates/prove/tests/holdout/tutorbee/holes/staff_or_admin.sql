-- AND binds tighter than OR: once a center has an admin, everyone counts as staff of it.
-- about: is_staff, lesson_notes, students, lessons, files
-- as: hf_tutorbee_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000002"}';
-- exploit: SELECT body FROM lesson_notes;
-- shows: Road-secret note
CREATE OR REPLACE FUNCTION is_staff(p_center uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM center_members
    WHERE center_id = p_center AND user_id = uid() AND role = 'tutor' OR role = 'admin')
$$;
