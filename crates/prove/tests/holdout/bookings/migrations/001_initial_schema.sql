-- Groups of venues, their venues, resources, guests, bookings, deposits, closures and mails.
CREATE ROLE hf_bookings_app LOGIN;
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE countries (code char(2) PRIMARY KEY, name varchar NOT NULL);
INSERT INTO countries VALUES ('FR', 'France'), ('PL', 'Poland');

CREATE TABLE venue_groups (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name varchar NOT NULL,
  country_code char(2) NOT NULL DEFAULT 'FR' REFERENCES countries
);

CREATE TABLE venues (
  venue_group_id uuid NOT NULL REFERENCES venue_groups ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name varchar NOT NULL,
  slug varchar NOT NULL,
  PRIMARY KEY (venue_group_id, id),
  CONSTRAINT index_venues_on_group_and_slug UNIQUE (venue_group_id, slug)
);

CREATE TABLE resources (
  venue_group_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  venue_id uuid NOT NULL,
  name varchar NOT NULL,
  seats integer NOT NULL DEFAULT 2,
  PRIMARY KEY (venue_group_id, id),
  FOREIGN KEY (venue_group_id, venue_id) REFERENCES venues ON DELETE CASCADE
);

CREATE TABLE guests (
  venue_group_id uuid NOT NULL REFERENCES venue_groups ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name varchar NOT NULL,
  phone varchar,
  blocked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (venue_group_id, id)
);

CREATE TABLE bookings (
  venue_group_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  resource_id uuid NOT NULL,
  guest_id uuid,
  during tstzrange NOT NULL,
  status varchar NOT NULL DEFAULT 'confirmed' CHECK (status IN ('held', 'confirmed', 'cancelled')),
  note text,
  PRIMARY KEY (venue_group_id, id),
  FOREIGN KEY (venue_group_id, resource_id) REFERENCES resources ON DELETE CASCADE,
  FOREIGN KEY (venue_group_id, guest_id) REFERENCES guests ON DELETE SET NULL (guest_id),
  CONSTRAINT bookings_no_overlap EXCLUDE USING gist
    (venue_group_id WITH =, resource_id WITH =, during WITH &&) WHERE (status <> 'cancelled')
);

CREATE TABLE deposits (
  venue_group_id uuid NOT NULL,
  booking_id uuid NOT NULL,
  amount_cents integer NOT NULL CHECK (amount_cents > 0),
  card_token varchar NOT NULL,
  PRIMARY KEY (venue_group_id, booking_id),
  FOREIGN KEY (venue_group_id, booking_id) REFERENCES bookings ON DELETE CASCADE
);

CREATE TABLE closures (
  venue_group_id uuid NOT NULL,
  venue_id uuid NOT NULL,
  day date NOT NULL,
  reason varchar NOT NULL DEFAULT '',
  PRIMARY KEY (venue_group_id, venue_id, day),
  FOREIGN KEY (venue_group_id, venue_id) REFERENCES venues ON DELETE CASCADE
);

CREATE TABLE outgoing_mails (
  venue_group_id uuid NOT NULL REFERENCES venue_groups ON DELETE CASCADE,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  recipient varchar NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (venue_group_id, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['venues', 'resources', 'guests', 'bookings', 'deposits', 'closures',
      'outgoing_mails'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY venue_group_isolation ON %I AS PERMISSIVE FOR ALL TO hf_bookings_app
      USING (venue_group_id = nullif(current_setting(''rls.venue_group_id'', true), '''')::uuid)
      WITH CHECK (venue_group_id = nullif(current_setting(''rls.venue_group_id'', true), '''')::uuid)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_bookings_app', t);
  END LOOP;
END
$$;
ALTER TABLE venue_groups ENABLE ROW LEVEL SECURITY;
ALTER TABLE venue_groups FORCE ROW LEVEL SECURITY;
CREATE POLICY venue_group_isolation ON venue_groups TO hf_bookings_app
  USING (id = nullif(current_setting('rls.venue_group_id', true), '')::uuid);
GRANT SELECT ON venue_groups, countries TO hf_bookings_app;

-- The day's list; it has the rights of who reads it.
CREATE VIEW day_sheets WITH (security_invoker = true) AS
SELECT b.venue_group_id, r.venue_id, lower(b.during)::date AS day, r.name AS resource, g.full_name AS guest
FROM bookings b
JOIN resources r ON r.venue_group_id = b.venue_group_id AND r.id = b.resource_id
LEFT JOIN guests g ON g.venue_group_id = b.venue_group_id AND g.id = b.guest_id
WHERE b.status <> 'cancelled';
GRANT SELECT ON day_sheets TO hf_bookings_app;
