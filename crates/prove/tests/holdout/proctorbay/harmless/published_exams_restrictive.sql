-- The rule for published exams is restrictive: it narrows what the other policy allows and opens nothing.
CREATE POLICY "only published exams" ON public.exams AS RESTRICTIVE FOR SELECT
  USING (status = 'published' OR EXISTS (
    SELECT 1 FROM public.school_members m
    WHERE m.user_id = auth.uid() AND m.school_id = exams.school_id AND m.role = 'teacher'));
