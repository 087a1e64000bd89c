-- A new table with row security, forced, and the usual policy: harmless.
CREATE TABLE public.gift_list (
  wedding_id uuid NOT NULL REFERENCES public.weddings,
  id integer NOT NULL,
  title text NOT NULL,
  PRIMARY KEY (wedding_id, id)
);
ALTER TABLE public.gift_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.gift_list FORCE ROW LEVEL SECURITY;
CREATE POLICY members_all ON public.gift_list
  USING (wedding_id IN (SELECT public.my_weddings()))
  WITH CHECK (wedding_id IN (SELECT public.my_weddings()));
GRANT SELECT, INSERT, UPDATE, DELETE ON public.gift_list TO hf_veilplan_app;
