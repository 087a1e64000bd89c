-- Car sharing clubs in common tables. The owner of the tables is a group without login.
CREATE ROLE hf_carshare_owner NOLOGIN;
CREATE ROLE hf_carshare_app LOGIN;
CREATE ROLE hf_carshare_report LOGIN;
-- Support staff sign in elsewhere; they see all clubs.
CREATE ROLE hf_carshare_support NOLOGIN BYPASSRLS;
CREATE ROLE hf_carshare_ops NOLOGIN;
GRANT hf_carshare_support TO hf_carshare_ops;

CREATE SCHEMA share AUTHORIZATION hf_carshare_owner;
SET ROLE hf_carshare_owner;
GRANT USAGE ON SCHEMA share TO hf_carshare_app, hf_carshare_report, hf_carshare_support;

CREATE FUNCTION share.club_id() RETURNS uuid
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT nullif(current_setting('carshare.club', true), '')::uuid $$;

CREATE TABLE share.clubs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL
);

CREATE TABLE share.car_models (
  model text PRIMARY KEY,
  seats smallint NOT NULL
);

CREATE TABLE share.members (
  club_id uuid NOT NULL REFERENCES share.clubs (id),
  member_id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  licence_no text,
  PRIMARY KEY (club_id, member_id)
);

CREATE TABLE share.cars (
  club_id uuid NOT NULL REFERENCES share.clubs (id),
  car_id uuid NOT NULL DEFAULT gen_random_uuid(),
  plate text NOT NULL,
  model text NOT NULL REFERENCES share.car_models (model),
  door_code text,
  PRIMARY KEY (club_id, car_id),
  UNIQUE (club_id, plate)
);

CREATE TABLE share.trips (
  club_id uuid NOT NULL,
  trip_id uuid NOT NULL DEFAULT gen_random_uuid(),
  car_id uuid NOT NULL,
  member_id uuid NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  km integer,
  goal text,
  PRIMARY KEY (club_id, trip_id),
  FOREIGN KEY (club_id, car_id) REFERENCES share.cars (club_id, car_id),
  FOREIGN KEY (club_id, member_id) REFERENCES share.members (club_id, member_id)
);

CREATE TABLE share.damages (
  club_id uuid NOT NULL,
  damage_id uuid NOT NULL DEFAULT gen_random_uuid(),
  car_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (club_id, damage_id),
  FOREIGN KEY (club_id, car_id) REFERENCES share.cars (club_id, car_id)
);

CREATE TABLE share.tariffs (
  club_id uuid NOT NULL REFERENCES share.clubs (id),
  name text NOT NULL,
  per_km numeric(6, 2) NOT NULL,
  PRIMARY KEY (club_id, name)
);

CREATE TABLE share.bills (
  club_id uuid NOT NULL,
  member_id uuid NOT NULL,
  month date NOT NULL,
  amount numeric(10, 2) NOT NULL,
  PRIMARY KEY (club_id, member_id, month),
  FOREIGN KEY (club_id, member_id) REFERENCES share.members (club_id, member_id)
);

CREATE TABLE share.documents (
  club_id uuid NOT NULL REFERENCES share.clubs (id),
  name text NOT NULL,
  kind text NOT NULL DEFAULT 'letter',
  body bytea,
  PRIMARY KEY (club_id, name)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['members', 'cars', 'trips', 'damages', 'tariffs', 'bills', 'documents'] LOOP
    EXECUTE format('ALTER TABLE share.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE share.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY club_rows ON share.%I USING (club_id = (SELECT share.club_id()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON share.%I TO hf_carshare_app', t);
    EXECUTE format('GRANT SELECT ON share.%I TO hf_carshare_support', t);
  END LOOP;
END
$$;
ALTER TABLE share.clubs ENABLE ROW LEVEL SECURITY;
ALTER TABLE share.clubs FORCE ROW LEVEL SECURITY;
CREATE POLICY club_self ON share.clubs FOR SELECT USING (id = (SELECT share.club_id()));
GRANT SELECT ON share.clubs, share.car_models TO hf_carshare_app, hf_carshare_report, hf_carshare_support;
GRANT SELECT ON share.trips, share.cars, share.bills TO hf_carshare_report;
RESET ROLE;
