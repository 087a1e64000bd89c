-- The unqualified wedding_id is that of wedding_members itself, so any member of any wedding passes.
-- about: vendors, members_all
-- as: hf_veilplan_app
-- exploit: SET request.jwt.claims = '{"sub": "11111111-0000-0000-0000-000000000001"}';
-- exploit: SELECT name, price FROM public.vendors;
-- shows: Castle-secret band
DROP POLICY members_all ON public.vendors;
-- Only planners may see and change prices.
CREATE POLICY members_all ON public.vendors
  USING (EXISTS (SELECT 1 FROM public.wedding_members m WHERE m.wedding_id = wedding_id
    AND m.user_id = public.current_user_id() AND m.role = 'planner'));
