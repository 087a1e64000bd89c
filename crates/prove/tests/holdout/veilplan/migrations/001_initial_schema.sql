-- Wedding planning. A person signs in with a token; wedding_members says which weddings are theirs.
CREATE ROLE hf_veilplan_app LOGIN;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO hf_veilplan_app;

CREATE FUNCTION public.current_user_id() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT (NULLIF(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;

CREATE TABLE public.weddings (
  id uuid PRIMARY KEY,
  title text NOT NULL,
  held_on date,
  budget numeric
);

CREATE TABLE public.wedding_members (
  wedding_id uuid NOT NULL REFERENCES public.weddings,
  user_id uuid NOT NULL,
  role text NOT NULL DEFAULT 'planner',
  PRIMARY KEY (wedding_id, user_id)
);

CREATE FUNCTION public.my_weddings() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT wedding_id FROM public.wedding_members WHERE user_id = public.current_user_id() $$;
GRANT EXECUTE ON FUNCTION public.current_user_id(), public.my_weddings() TO hf_veilplan_app;

-- Lists that the company wrote: the same for everybody, read only.
CREATE TABLE public.checklist_templates (
  code text PRIMARY KEY,
  body text NOT NULL
);

CREATE TABLE public.guests (
  wedding_id uuid NOT NULL REFERENCES public.weddings,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  email text,
  diet text,
  PRIMARY KEY (wedding_id, id),
  UNIQUE (wedding_id, email)
);

CREATE TABLE public.seating_tables (
  wedding_id uuid NOT NULL REFERENCES public.weddings,
  label text NOT NULL,
  seats integer NOT NULL DEFAULT 8,
  PRIMARY KEY (wedding_id, label)
);

CREATE TABLE public.seats (
  wedding_id uuid NOT NULL,
  label text NOT NULL,
  guest_id uuid NOT NULL,
  PRIMARY KEY (wedding_id, guest_id),
  FOREIGN KEY (wedding_id, label) REFERENCES public.seating_tables ON DELETE CASCADE,
  FOREIGN KEY (wedding_id, guest_id) REFERENCES public.guests ON DELETE CASCADE
);

CREATE TABLE public.tasks (
  wedding_id uuid NOT NULL REFERENCES public.weddings,
  id integer NOT NULL,
  title text NOT NULL,
  is_template boolean NOT NULL DEFAULT false,
  done boolean NOT NULL DEFAULT false,
  PRIMARY KEY (wedding_id, id)
);

CREATE TABLE public.vendors (
  wedding_id uuid NOT NULL REFERENCES public.weddings,
  id integer NOT NULL,
  name text NOT NULL,
  price numeric,
  PRIMARY KEY (wedding_id, id)
);

CREATE TABLE public.venue_bookings (
  wedding_id uuid NOT NULL REFERENCES public.weddings,
  venue text NOT NULL,
  held_on date NOT NULL,
  notes text,
  PRIMARY KEY (wedding_id, venue, held_on)
);

CREATE TABLE public.invitations (
  wedding_id uuid NOT NULL REFERENCES public.weddings,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  role text NOT NULL DEFAULT 'planner',
  PRIMARY KEY (wedding_id, id)
);

ALTER TABLE public.weddings ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.weddings FORCE ROW LEVEL SECURITY;
CREATE POLICY members_read ON public.weddings FOR SELECT USING (id IN (SELECT public.my_weddings()));
CREATE POLICY members_update ON public.weddings FOR UPDATE
  USING (id IN (SELECT public.my_weddings())) WITH CHECK (id IN (SELECT public.my_weddings()));

ALTER TABLE public.wedding_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.wedding_members FORCE ROW LEVEL SECURITY;
CREATE POLICY members_read ON public.wedding_members FOR SELECT
  USING (wedding_id IN (SELECT public.my_weddings()));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['guests', 'seating_tables', 'seats', 'tasks', 'vendors', 'venue_bookings',
    'invitations'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY members_all ON public.%I
      USING (wedding_id IN (SELECT public.my_weddings()))
      WITH CHECK (wedding_id IN (SELECT public.my_weddings()))', t);
  END LOOP;
END $$;

GRANT SELECT ON public.weddings, public.wedding_members, public.checklist_templates TO hf_veilplan_app;
GRANT UPDATE (title, held_on, budget) ON public.weddings TO hf_veilplan_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON public.guests, public.seating_tables, public.seats, public.tasks,
  public.vendors, public.venue_bookings, public.invitations TO hf_veilplan_app;
