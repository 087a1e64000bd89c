CREATE ROLE hf_gambit_app LOGIN;

CREATE SCHEMA chess;
GRANT USAGE ON SCHEMA chess TO hf_gambit_app;

CREATE DOMAIN chess.slug AS text CHECK (VALUE ~ '^[a-z0-9-]{2,40}$');

CREATE FUNCTION chess.club() RETURNS text
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('gambit.club', true), '') $$;

CREATE TABLE chess.openings (
  eco char(3) PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE chess.clubs (
  slug chess.slug PRIMARY KEY,
  name text NOT NULL,
  town text
);

CREATE TABLE chess.members (
  club chess.slug NOT NULL DEFAULT chess.club() REFERENCES chess.clubs (slug),
  member_no integer NOT NULL,
  full_name text NOT NULL,
  email text,
  fed_id integer,
  rating integer NOT NULL DEFAULT 1200,
  PRIMARY KEY (club, member_no),
  UNIQUE (club, fed_id)
);

CREATE TABLE chess.tournaments (
  club chess.slug NOT NULL DEFAULT chess.club() REFERENCES chess.clubs (slug),
  code text NOT NULL,
  title text NOT NULL,
  starts_on date NOT NULL,
  open boolean NOT NULL DEFAULT false,
  PRIMARY KEY (club, code)
);

CREATE TABLE chess.entries (
  club chess.slug NOT NULL DEFAULT chess.club(),
  tournament text NOT NULL,
  member_no integer NOT NULL,
  note text,
  PRIMARY KEY (club, tournament, member_no),
  FOREIGN KEY (club, tournament) REFERENCES chess.tournaments (club, code) ON DELETE CASCADE,
  FOREIGN KEY (club, member_no) REFERENCES chess.members (club, member_no)
);

CREATE TABLE chess.games (
  club chess.slug NOT NULL DEFAULT chess.club(),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tournament text NOT NULL,
  round integer NOT NULL,
  white integer NOT NULL,
  black integer NOT NULL,
  result text CHECK (result IN ('1-0', '0-1', '1/2')),
  eco char(3) REFERENCES chess.openings (eco),
  moves text,
  PRIMARY KEY (club, id),
  FOREIGN KEY (club, tournament) REFERENCES chess.tournaments (club, code) ON DELETE CASCADE,
  FOREIGN KEY (club, white) REFERENCES chess.members (club, member_no),
  FOREIGN KEY (club, black) REFERENCES chess.members (club, member_no)
);

-- Notes of the trainer on a game; they hang on the game and have its club.
CREATE TABLE chess.game_notes (
  club chess.slug NOT NULL DEFAULT chess.club(),
  game_id uuid NOT NULL,
  ply integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (club, game_id, ply),
  FOREIGN KEY (club, game_id) REFERENCES chess.games (club, id) ON DELETE CASCADE
);

CREATE TABLE chess.dues (
  club chess.slug NOT NULL DEFAULT chess.club(),
  member_no integer NOT NULL,
  season integer NOT NULL,
  cents integer NOT NULL,
  paid boolean NOT NULL DEFAULT false,
  PRIMARY KEY (club, member_no, season),
  FOREIGN KEY (club, member_no) REFERENCES chess.members (club, member_no)
);

CREATE TABLE chess.rooms (
  club chess.slug NOT NULL DEFAULT chess.club() REFERENCES chess.clubs (slug),
  name text NOT NULL,
  boards integer NOT NULL,
  PRIMARY KEY (club, name)
);

ALTER TABLE chess.clubs ENABLE ROW LEVEL SECURITY;
ALTER TABLE chess.clubs FORCE ROW LEVEL SECURITY;
CREATE POLICY clubs_own ON chess.clubs FOR SELECT TO hf_gambit_app USING (slug = chess.club());
GRANT SELECT ON chess.clubs, chess.openings TO hf_gambit_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['members', 'tournaments', 'entries', 'games', 'game_notes', 'dues', 'rooms'] LOOP
    EXECUTE format('ALTER TABLE chess.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE chess.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY club_select ON chess.%I FOR SELECT TO hf_gambit_app'
      ' USING (club = chess.club())', t);
    EXECUTE format('CREATE POLICY club_insert ON chess.%I FOR INSERT TO hf_gambit_app'
      ' WITH CHECK (club = chess.club())', t);
    EXECUTE format('CREATE POLICY club_update ON chess.%I FOR UPDATE TO hf_gambit_app'
      ' USING (club = chess.club()) WITH CHECK (club = chess.club())', t);
    EXECUTE format('CREATE POLICY club_delete ON chess.%I FOR DELETE TO hf_gambit_app'
      ' USING (club = chess.club())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON chess.%I TO hf_gambit_app', t);
  END LOOP;
END
$$;

-- The list of ratings of the own club.
CREATE VIEW chess.ratings WITH (security_invoker = true) AS
SELECT club, member_no, full_name, rating, rank() OVER (ORDER BY rating DESC) AS place
FROM chess.members;
GRANT SELECT ON chess.ratings TO hf_gambit_app;
