-- Calendars of courtrooms. A court is known by its public code; all keys begin with it.
CREATE ROLE hf_docketbell_app LOGIN;
CREATE SCHEMA cal;
GRANT USAGE ON SCHEMA cal TO hf_docketbell_app;

CREATE FUNCTION cal.court() RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT NULLIF(current_setting('docket.court', true), '') $$;

CREATE TABLE cal.hearing_kinds (kind text PRIMARY KEY, minutes int NOT NULL);

CREATE TABLE cal.courts (
  court_code text PRIMARY KEY CHECK (court_code ~ '^[A-Z]{2}-[0-9]{2}$'),
  title text NOT NULL
);

CREATE TABLE cal.rooms (
  court_code text NOT NULL REFERENCES cal.courts,
  room_no int NOT NULL,
  label text NOT NULL,
  PRIMARY KEY (court_code, room_no)
);

CREATE TABLE cal.judges (
  court_code text NOT NULL REFERENCES cal.courts,
  initials text NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (court_code, initials)
);

CREATE TABLE cal.cases (
  court_code text NOT NULL REFERENCES cal.courts,
  case_no text NOT NULL,
  parties text NOT NULL,
  summary text NOT NULL,
  PRIMARY KEY (court_code, case_no)
);

CREATE TABLE cal.hearings (
  court_code text NOT NULL REFERENCES cal.courts,
  hearing_no int NOT NULL,
  case_no text NOT NULL,
  room_no int NOT NULL,
  during tsrange NOT NULL,
  counsel_bar_no text,
  title text NOT NULL,
  published boolean NOT NULL DEFAULT false,
  legacy_no int,
  PRIMARY KEY (court_code, hearing_no),
  FOREIGN KEY (court_code, case_no) REFERENCES cal.cases,
  FOREIGN KEY (court_code, room_no) REFERENCES cal.rooms
);

CREATE TABLE cal.notices (
  court_code text NOT NULL REFERENCES cal.courts,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  hearing_no int NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (court_code, id),
  FOREIGN KEY (court_code, hearing_no) REFERENCES cal.hearings ON DELETE CASCADE
);

CREATE TABLE cal.feeds (
  court_code text NOT NULL REFERENCES cal.courts,
  token uuid NOT NULL DEFAULT gen_random_uuid(),
  label text NOT NULL,
  PRIMARY KEY (court_code, token)
);

CREATE TABLE cal.clerk_notes (
  court_code text NOT NULL,
  hearing_no int NOT NULL,
  note_no int NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (court_code, hearing_no, note_no),
  FOREIGN KEY (court_code, hearing_no) REFERENCES cal.hearings ON DELETE CASCADE
);

ALTER TABLE cal.courts ENABLE ROW LEVEL SECURITY;
ALTER TABLE cal.courts FORCE ROW LEVEL SECURITY;
ALTER TABLE cal.rooms ENABLE ROW LEVEL SECURITY;
ALTER TABLE cal.rooms FORCE ROW LEVEL SECURITY;
ALTER TABLE cal.judges ENABLE ROW LEVEL SECURITY;
ALTER TABLE cal.judges FORCE ROW LEVEL SECURITY;
ALTER TABLE cal.cases ENABLE ROW LEVEL SECURITY;
ALTER TABLE cal.cases FORCE ROW LEVEL SECURITY;
ALTER TABLE cal.hearings ENABLE ROW LEVEL SECURITY;
ALTER TABLE cal.hearings FORCE ROW LEVEL SECURITY;
ALTER TABLE cal.notices ENABLE ROW LEVEL SECURITY;
ALTER TABLE cal.notices FORCE ROW LEVEL SECURITY;
ALTER TABLE cal.feeds ENABLE ROW LEVEL SECURITY;
ALTER TABLE cal.feeds FORCE ROW LEVEL SECURITY;
ALTER TABLE cal.clerk_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE cal.clerk_notes FORCE ROW LEVEL SECURITY;

CREATE POLICY courts_own ON cal.courts USING (court_code = cal.court());
CREATE POLICY rooms_own ON cal.rooms USING (court_code = cal.court());
CREATE POLICY judges_own ON cal.judges USING (court_code = cal.court());
CREATE POLICY cases_own ON cal.cases USING (court_code = cal.court());
CREATE POLICY hearings_own ON cal.hearings USING (court_code = cal.court());
CREATE POLICY notices_own ON cal.notices USING (court_code = cal.court());
CREATE POLICY feeds_own ON cal.feeds USING (court_code = cal.court());
CREATE POLICY clerk_notes_own ON cal.clerk_notes USING (court_code = cal.court());

GRANT SELECT ON cal.courts, cal.hearing_kinds TO hf_docketbell_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON cal.rooms, cal.judges, cal.cases, cal.hearings, cal.notices,
  cal.feeds, cal.clerk_notes TO hf_docketbell_app;
