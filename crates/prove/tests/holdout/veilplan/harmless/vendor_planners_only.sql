-- The sub-select names the table of the outer column, and only narrows who sees vendors: harmless.
DROP POLICY members_all ON public.vendors;
CREATE POLICY members_all ON public.vendors
  USING (EXISTS (SELECT 1 FROM public.wedding_members m WHERE m.wedding_id = vendors.wedding_id
    AND m.user_id = public.current_user_id() AND m.role = 'planner'));
