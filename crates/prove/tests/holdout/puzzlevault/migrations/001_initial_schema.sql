CREATE ROLE hf_puzzlevault_app LOGIN;
CREATE SCHEMA storage;
GRANT USAGE ON SCHEMA public, storage TO hf_puzzlevault_app;

CREATE TABLE public.difficulty_levels (
  level integer PRIMARY KEY,
  label text NOT NULL
);
GRANT SELECT ON public.difficulty_levels TO hf_puzzlevault_app;

CREATE TABLE public.venues (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  city text
);

CREATE TABLE public.venue_members (
  venue_id uuid NOT NULL REFERENCES public.venues (id),
  user_id uuid NOT NULL,
  display_name text NOT NULL,
  role text NOT NULL DEFAULT 'host' CHECK (role IN ('host', 'manager')),
  PRIMARY KEY (venue_id, user_id)
);

CREATE FUNCTION public.claims() RETURNS jsonb
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('request.jwt.claims', true), '')::jsonb $$;

CREATE FUNCTION public.uid() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(public.claims() ->> 'sub', '')::uuid $$;

-- The venues of the caller. With its owner's rights, as the policy of the memberships uses it.
CREATE FUNCTION public.my_venues() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT m.venue_id FROM venue_members m WHERE m.user_id = uid() $$;
REVOKE ALL ON FUNCTION public.my_venues() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.my_venues() TO hf_puzzlevault_app;

CREATE TABLE public.invites (
  venue_id uuid NOT NULL REFERENCES public.venues (id),
  invite_no integer NOT NULL,
  secret uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  accepted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (venue_id, invite_no)
);

CREATE TABLE public.rooms (
  venue_id uuid NOT NULL REFERENCES public.venues (id),
  slug text NOT NULL,
  title text NOT NULL,
  solution text NOT NULL,
  level integer REFERENCES public.difficulty_levels (level),
  PRIMARY KEY (venue_id, slug)
);

CREATE TABLE public.clues (
  venue_id uuid NOT NULL,
  room_slug text NOT NULL,
  step integer NOT NULL,
  hint text NOT NULL,
  PRIMARY KEY (venue_id, room_slug, step),
  FOREIGN KEY (venue_id, room_slug) REFERENCES public.rooms (venue_id, slug) ON DELETE CASCADE
);

CREATE TABLE public.bookings (
  venue_id uuid NOT NULL,
  booking_no integer NOT NULL,
  room_slug text NOT NULL,
  starts_at timestamptz NOT NULL,
  team_name text NOT NULL,
  phone text,
  created_by uuid NOT NULL DEFAULT public.uid(),
  PRIMARY KEY (venue_id, booking_no),
  FOREIGN KEY (venue_id, room_slug) REFERENCES public.rooms (venue_id, slug)
);

CREATE TABLE public.results (
  venue_id uuid NOT NULL,
  booking_no integer NOT NULL,
  minutes integer NOT NULL,
  PRIMARY KEY (venue_id, booking_no),
  FOREIGN KEY (venue_id, booking_no) REFERENCES public.bookings (venue_id, booking_no) ON DELETE CASCADE
);

-- Files of the props; the first part of the name is the venue.
CREATE TABLE storage.objects (
  venue_id uuid NOT NULL REFERENCES public.venues (id),
  bucket text NOT NULL,
  name text NOT NULL,
  metadata jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (venue_id, bucket, name),
  CHECK (split_part(name, '/', 1) = venue_id::text)
);

ALTER TABLE public.venues ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.venues FORCE ROW LEVEL SECURITY;
CREATE POLICY venues_select ON public.venues FOR SELECT TO hf_puzzlevault_app
  USING (id IN (SELECT public.my_venues()));
GRANT SELECT ON public.venues TO hf_puzzlevault_app;

-- Memberships come from accepted invitations only.
ALTER TABLE public.venue_members ENABLE ROW LEVEL SECURITY;
ALTER TABLE public.venue_members FORCE ROW LEVEL SECURITY;
CREATE POLICY members_select ON public.venue_members FOR SELECT TO hf_puzzlevault_app
  USING (venue_id IN (SELECT public.my_venues()));
GRANT SELECT ON public.venue_members TO hf_puzzlevault_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['public.invites', 'public.rooms', 'public.clues', 'public.bookings',
    'public.results', 'storage.objects']
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO hf_puzzlevault_app', t);
    EXECUTE format('CREATE POLICY venue_select ON %s FOR SELECT TO hf_puzzlevault_app '
      'USING (venue_id IN (SELECT public.my_venues()))', t);
    EXECUTE format('CREATE POLICY venue_insert ON %s FOR INSERT TO hf_puzzlevault_app '
      'WITH CHECK (venue_id IN (SELECT public.my_venues()))', t);
    EXECUTE format('CREATE POLICY venue_update ON %s FOR UPDATE TO hf_puzzlevault_app '
      'USING (venue_id IN (SELECT public.my_venues())) '
      'WITH CHECK (venue_id IN (SELECT public.my_venues()))', t);
    EXECUTE format('CREATE POLICY venue_delete ON %s FOR DELETE TO hf_puzzlevault_app '
      'USING (venue_id IN (SELECT public.my_venues()))', t);
  END LOOP;
END
$$;
