-- Harmless: an invitation is accepted with its random secret, by the invited address only.

CREATE FUNCTION public.accept_invite(p_secret uuid, p_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  v invites;
BEGIN
  UPDATE invites SET accepted = true
  WHERE secret = p_secret AND email = claims() ->> 'email' AND NOT accepted
  RETURNING * INTO v;
  IF v.venue_id IS NULL OR uid() IS NULL THEN
    RAISE EXCEPTION 'no such invitation';
  END IF;
  INSERT INTO venue_members (venue_id, user_id, display_name)
  VALUES (v.venue_id, uid(), p_name)
  ON CONFLICT DO NOTHING;
END
$$;
REVOKE ALL ON FUNCTION public.accept_invite(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.accept_invite(uuid, text) TO hf_puzzlevault_app;
