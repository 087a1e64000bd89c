-- News of the active school only, as a further condition: the member's rule on the same table stays in force.
CREATE POLICY "news of the active school" ON public.announcements AS RESTRICTIVE FOR SELECT
  USING (school_id = (SELECT p.active_school FROM public.profiles p WHERE p.user_id = auth.uid()));
