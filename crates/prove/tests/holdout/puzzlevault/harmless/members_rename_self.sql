-- Harmless: people may change their display name only; the grant is for this column, the venue stays.

GRANT UPDATE (display_name) ON public.venue_members TO hf_puzzlevault_app;
CREATE POLICY members_update_self ON public.venue_members FOR UPDATE TO hf_puzzlevault_app
  USING (user_id = public.uid())
  WITH CHECK (user_id = public.uid() AND venue_id IN (SELECT public.my_venues()));
