-- A person may delete only their own membership; that gives up rights and gains none: harmless.
CREATE POLICY members_leave ON public.wedding_members FOR DELETE
  USING (user_id = public.current_user_id());
GRANT DELETE ON public.wedding_members TO hf_veilplan_app;
