-- Harmless: the two roles are in parentheses, so center and person are asked for with both.
CREATE OR REPLACE FUNCTION is_staff(p_center uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM center_members
    WHERE center_id = p_center AND user_id = uid() AND (role = 'tutor' OR role = 'admin'))
$$;
