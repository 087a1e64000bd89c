-- Events of many organizers. Codes are chosen by each organizer, so every key begins with the organizer.
CREATE ROLE hf_badgeriver_app LOGIN;
CREATE SCHEMA badge;
GRANT USAGE ON SCHEMA badge TO hf_badgeriver_app;

CREATE FUNCTION badge.me() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('badge.organizer', true), '')::uuid $$;

CREATE TABLE badge.organizer (
  id uuid PRIMARY KEY,
  title text NOT NULL
);

CREATE TABLE badge.event (
  organizer_id uuid NOT NULL REFERENCES badge.organizer (id),
  code text NOT NULL,
  title text NOT NULL,
  PRIMARY KEY (organizer_id, code)
);

-- Another organizer who helps with one event, and sees that event until a day. Only its owner writes this.
CREATE TABLE badge.co_organizer (
  organizer_id uuid NOT NULL,
  event_code text NOT NULL,
  partner_id uuid NOT NULL,
  until date NOT NULL,
  PRIMARY KEY (organizer_id, event_code, partner_id),
  FOREIGN KEY (organizer_id, event_code) REFERENCES badge.event (organizer_id, code) ON DELETE CASCADE
);

CREATE TABLE badge.attendee (
  organizer_id uuid NOT NULL,
  event_code text NOT NULL,
  email text NOT NULL,
  full_name text NOT NULL,
  blocked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organizer_id, event_code, email),
  FOREIGN KEY (organizer_id, event_code) REFERENCES badge.event (organizer_id, code) ON DELETE CASCADE
);

CREATE TABLE badge.room_use (
  organizer_id uuid NOT NULL REFERENCES badge.organizer (id),
  room integer NOT NULL,
  during tsrange NOT NULL,
  topic text NOT NULL,
  PRIMARY KEY (organizer_id, room, during)
);

CREATE TABLE badge.lead (
  organizer_id uuid NOT NULL REFERENCES badge.organizer (id),
  code text NOT NULL,
  contact text NOT NULL,
  note text,
  PRIMARY KEY (organizer_id, code)
);

CREATE TABLE badge.print_job (
  organizer_id uuid NOT NULL REFERENCES badge.organizer (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  state text NOT NULL DEFAULT 'queued',
  label text NOT NULL,
  PRIMARY KEY (organizer_id, id)
);

CREATE TABLE badge.ban (
  organizer_id uuid NOT NULL REFERENCES badge.organizer (id),
  email text NOT NULL,
  reason text,
  PRIMARY KEY (organizer_id, email)
);

CREATE TABLE badge.scan (
  organizer_id uuid NOT NULL REFERENCES badge.organizer (id),
  scanned_at timestamp NOT NULL,
  door text NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (organizer_id, scanned_at, door, email)
) PARTITION BY RANGE (scanned_at);
CREATE TABLE badge.scan_rest PARTITION OF badge.scan DEFAULT;

-- Adds a month. The application has no right on a single month; it goes by the table badge.scan.
CREATE FUNCTION badge.add_month(p_first date) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    EXECUTE format('CREATE TABLE badge.%I PARTITION OF badge.scan FOR VALUES FROM (%L) TO (%L)',
      'scan_' || to_char(p_first, 'YYYY_MM'), p_first, p_first + interval '1 month');
  END $$;
REVOKE ALL ON FUNCTION badge.add_month(date) FROM PUBLIC;
SELECT badge.add_month('2025-05-01');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['event', 'co_organizer', 'attendee', 'room_use', 'lead', 'print_job', 'ban',
    'scan'] LOOP
    EXECUTE format('ALTER TABLE badge.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE badge.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON badge.%I USING (organizer_id = badge.me())
      WITH CHECK (organizer_id = badge.me())', t || '_tenant', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON badge.%I TO hf_badgeriver_app', t);
  END LOOP;
END $$;
CREATE POLICY co_organizer_partner ON badge.co_organizer FOR SELECT
  USING (partner_id = badge.me() AND until >= current_date);
CREATE POLICY event_partner ON badge.event FOR SELECT
  USING (EXISTS (SELECT 1 FROM badge.co_organizer c
    WHERE c.organizer_id = event.organizer_id AND c.event_code = event.code
      AND c.partner_id = badge.me() AND c.until >= current_date));
ALTER TABLE badge.organizer ENABLE ROW LEVEL SECURITY;
ALTER TABLE badge.organizer FORCE ROW LEVEL SECURITY;
CREATE POLICY organizer_tenant ON badge.organizer FOR SELECT USING (id = badge.me());
GRANT SELECT ON badge.organizer TO hf_badgeriver_app;
