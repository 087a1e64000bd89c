-- Coworking spaces: members, rooms and their bookings, door codes, receipts, visitors.
CREATE ROLE hf_deskhive_app LOGIN;
CREATE EXTENSION btree_gist;
CREATE SCHEMA desk;
GRANT USAGE ON SCHEMA desk TO hf_deskhive_app;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE desk.spaces (
  space text PRIMARY KEY CHECK (space ~ '^[a-z][a-z0-9-]*$'),
  title text NOT NULL,
  last_receipt integer NOT NULL DEFAULT 0
);
CREATE TABLE desk.members (
  space text NOT NULL REFERENCES desk.spaces (space),
  email text NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (space, email)
);
CREATE TABLE desk.door_codes (
  space text NOT NULL,
  email text NOT NULL,
  code text NOT NULL,
  PRIMARY KEY (space, email),
  FOREIGN KEY (space, email) REFERENCES desk.members (space, email) ON UPDATE CASCADE ON DELETE CASCADE
);
CREATE TABLE desk.rooms (
  space text NOT NULL REFERENCES desk.spaces (space),
  room text NOT NULL,
  seats integer NOT NULL DEFAULT 1,
  busy boolean NOT NULL DEFAULT false,
  PRIMARY KEY (space, room)
);
CREATE TABLE desk.bookings (
  space text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  room text NOT NULL,
  email text NOT NULL,
  during tstzrange NOT NULL,
  purpose text NOT NULL DEFAULT '',
  PRIMARY KEY (space, id),
  FOREIGN KEY (space, room) REFERENCES desk.rooms (space, room),
  FOREIGN KEY (space, email) REFERENCES desk.members (space, email),
  CONSTRAINT bookings_no_overlap EXCLUDE USING gist (space WITH =, room WITH =, during WITH &&)
);
CREATE TABLE desk.check_ins (
  space text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  room text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (space, id),
  FOREIGN KEY (space, room) REFERENCES desk.rooms (space, room)
);
CREATE TABLE desk.receipts (
  space text NOT NULL REFERENCES desk.spaces (space),
  number integer NOT NULL,
  payer text NOT NULL,
  cents integer NOT NULL,
  PRIMARY KEY (space, number)
);
CREATE TABLE desk.visitors (
  space text NOT NULL REFERENCES desk.spaces (space),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  host text,
  PRIMARY KEY (space, id)
);
CREATE TABLE desk.access_log (
  space text NOT NULL REFERENCES desk.spaces (space),
  at timestamptz NOT NULL DEFAULT now(),
  who text NOT NULL,
  door text NOT NULL
) PARTITION BY RANGE (at);
CREATE TABLE desk.access_log_rest PARTITION OF desk.access_log DEFAULT;

CREATE FUNCTION desk.space() RETURNS text LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('desk.space', true), '') $$;
-- Each space numbers its own receipts. The row that is counted up is locked, so no number is given twice.
CREATE FUNCTION desk.number_receipt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- A receipt for another space is refused by the policy later, and must not count here.
  IF session_user = 'hf_deskhive_app' AND NEW.space IS DISTINCT FROM desk.space() THEN
    RAISE EXCEPTION 'not your space';
  END IF;
  UPDATE desk.spaces SET last_receipt = last_receipt + 1 WHERE space = NEW.space
  RETURNING last_receipt INTO NEW.number;
  RETURN NEW;
END $$;
CREATE TRIGGER number_receipt BEFORE INSERT ON desk.receipts
  FOR EACH ROW WHEN (NEW.number IS NULL) EXECUTE FUNCTION desk.number_receipt();
GRANT EXECUTE ON FUNCTION desk.space() TO hf_deskhive_app;

GRANT SELECT ON desk.spaces TO hf_deskhive_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON desk.members, desk.door_codes, desk.rooms, desk.bookings,
  desk.check_ins, desk.visitors TO hf_deskhive_app;
GRANT SELECT, INSERT ON desk.receipts, desk.access_log TO hf_deskhive_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['spaces', 'members', 'door_codes', 'rooms', 'bookings', 'check_ins', 'receipts',
    'visitors', 'access_log', 'access_log_rest'] LOOP
    EXECUTE format('ALTER TABLE desk.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON desk.%I USING (space = desk.space())
      WITH CHECK (space = desk.space())', t || '_own', t);
  END LOOP;
END $$;
