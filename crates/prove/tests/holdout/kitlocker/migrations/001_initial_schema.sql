-- Memberships of sports clubs. An association is the customer; kit.club narrows its session to one club.
CREATE ROLE hf_kitlocker_app LOGIN;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
CREATE SCHEMA kit;
GRANT USAGE ON SCHEMA kit TO hf_kitlocker_app;

CREATE FUNCTION kit.current_association() RETURNS bigint LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('kit.association', true), '')::bigint $$;
CREATE FUNCTION kit.current_club() RETURNS integer LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('kit.club', true), '')::integer $$;
-- A row is visible in its association, and if the session names a club, in that club only.
CREATE FUNCTION kit.in_scope(association bigint, club integer) RETURNS boolean LANGUAGE sql STABLE
AS $$ SELECT association = kit.current_association()
  AND (kit.current_club() IS NULL OR club = kit.current_club()) $$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA kit TO hf_kitlocker_app;

CREATE TABLE kit.associations (
  association_id bigint PRIMARY KEY,
  name text NOT NULL
);

-- Kinds of sport: the same for everybody, read only.
CREATE TABLE kit.sports (
  code text PRIMARY KEY,
  title text NOT NULL
);

-- Club numbers are given by each association for itself.
CREATE TABLE kit.clubs (
  association_id bigint NOT NULL REFERENCES kit.associations,
  club_no integer NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (association_id, club_no)
);

CREATE TABLE kit.members (
  association_id bigint NOT NULL,
  club_no integer NOT NULL,
  member_no integer NOT NULL,
  full_name text NOT NULL,
  email text,
  PRIMARY KEY (association_id, club_no, member_no),
  UNIQUE (association_id, club_no, email),
  FOREIGN KEY (association_id, club_no) REFERENCES kit.clubs
);

CREATE TABLE kit.teams (
  association_id bigint NOT NULL,
  club_no integer NOT NULL,
  team_no integer NOT NULL,
  sport text NOT NULL REFERENCES kit.sports,
  name text NOT NULL,
  PRIMARY KEY (association_id, club_no, team_no),
  FOREIGN KEY (association_id, club_no) REFERENCES kit.clubs
);

CREATE TABLE kit.team_members (
  association_id bigint NOT NULL,
  club_no integer NOT NULL,
  team_no integer NOT NULL,
  member_no integer NOT NULL,
  PRIMARY KEY (association_id, club_no, team_no, member_no),
  FOREIGN KEY (association_id, club_no, team_no) REFERENCES kit.teams ON DELETE CASCADE,
  FOREIGN KEY (association_id, club_no, member_no)
    REFERENCES kit.members (association_id, club_no, member_no) ON UPDATE CASCADE ON DELETE CASCADE
);

CREATE TABLE kit.fees (
  association_id bigint NOT NULL,
  club_no integer NOT NULL,
  fee_no integer NOT NULL,
  amount numeric NOT NULL,
  remark text,
  PRIMARY KEY (association_id, club_no, fee_no),
  FOREIGN KEY (association_id, club_no) REFERENCES kit.clubs
);

CREATE TABLE kit.hall_bookings (
  association_id bigint NOT NULL,
  club_no integer NOT NULL,
  hall text NOT NULL,
  slot tstzrange NOT NULL,
  PRIMARY KEY (association_id, club_no, hall, slot),
  FOREIGN KEY (association_id, club_no) REFERENCES kit.clubs
);

CREATE TABLE kit.announcements (
  association_id bigint NOT NULL,
  club_no integer NOT NULL,
  announcement_no integer NOT NULL,
  author_no integer,
  author_name text,
  body text NOT NULL,
  PRIMARY KEY (association_id, club_no, announcement_no),
  FOREIGN KEY (association_id, club_no) REFERENCES kit.clubs
);

ALTER TABLE kit.associations ENABLE ROW LEVEL SECURITY;
ALTER TABLE kit.associations FORCE ROW LEVEL SECURITY;
CREATE POLICY own_association ON kit.associations USING (association_id = kit.current_association());

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['clubs', 'members', 'teams', 'team_members', 'fees', 'hall_bookings',
    'announcements'] LOOP
    EXECUTE format('ALTER TABLE kit.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE kit.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY scope ON kit.%I USING (kit.in_scope(association_id, club_no))
      WITH CHECK (kit.in_scope(association_id, club_no))', t);
  END LOOP;
END $$;

GRANT SELECT ON kit.associations, kit.sports TO hf_kitlocker_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON kit.clubs, kit.members, kit.teams, kit.team_members, kit.fees,
  kit.hall_bookings, kit.announcements TO hf_kitlocker_app;
