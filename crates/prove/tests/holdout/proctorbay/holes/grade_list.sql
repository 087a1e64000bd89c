-- The function asks whether the caller is a teacher somewhere, not whether he teaches at the school of the
-- exam.
-- about: grade_list, sittings
-- as: hf_proctorbay_app
-- exploit: SET request.jwt.claims = '{"sub": "e5000000-0000-4000-8000-00000000000a"}';
-- exploit: SELECT * FROM public.grade_list('BIO2');
-- shows: Road-secret grade
CREATE FUNCTION public.grade_list(p_exam text) RETURNS TABLE (student uuid, grade text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
  AS $$
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM public.school_members m
      WHERE m.user_id = auth.uid() AND m.role = 'teacher') THEN
      RAISE EXCEPTION 'teachers only';
    END IF;
    RETURN QUERY SELECT s.student_id, s.grade FROM public.sittings s WHERE s.exam_code = p_exam;
  END $$;
