-- The grades are those of schools where the caller is a teacher, by the same row that was checked.
CREATE FUNCTION public.grade_list(p_exam text) RETURNS TABLE (student uuid, grade text)
  LANGUAGE SQL STABLE SECURITY DEFINER SET search_path = ''
  AS $$
    SELECT s.student_id, s.grade
    FROM public.sittings s
    JOIN public.school_members m ON m.school_id = s.school_id
    WHERE m.user_id = auth.uid() AND m.role = 'teacher' AND s.exam_code = p_exam
  $$;
