-- People may write membership rows for themselves, for any wedding, and so join the wedding of strangers.
-- about: wedding_members, members_join
-- as: hf_veilplan_app
-- exploit: SET request.jwt.claims = '{"sub": "11111111-0000-0000-0000-000000000001"}';
-- exploit: INSERT INTO public.wedding_members (wedding_id, user_id) VALUES
-- exploit:   ('bbbbbbbb-0000-0000-0000-00000000000b', '11111111-0000-0000-0000-000000000001');
-- exploit: SELECT full_name FROM public.guests;
-- shows: Castle-secret guest
-- The person who accepts an invitation writes the membership.
CREATE POLICY members_join ON public.wedding_members FOR INSERT
  WITH CHECK (user_id = public.current_user_id());
GRANT INSERT ON public.wedding_members TO hf_veilplan_app;
