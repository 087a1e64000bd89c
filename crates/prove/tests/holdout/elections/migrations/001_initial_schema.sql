CREATE ROLE hf_elections_app LOGIN;
CREATE ROLE hf_elections_auditor NOLOGIN;

CREATE SCHEMA vote;
GRANT USAGE ON SCHEMA vote TO hf_elections_app;

-- The office of the transaction; it is set with SET LOCAL.
CREATE FUNCTION vote.authority_id() RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('elections.authority', true), '')
$$;

CREATE TABLE vote.methods (
  code text PRIMARY KEY,
  label text NOT NULL
);
GRANT SELECT ON vote.methods TO hf_elections_app;

CREATE TABLE vote.authorities (
  id text PRIMARY KEY CHECK (id ~ '^[A-Z]{2}[0-9]{4}$'),
  name text NOT NULL,
  county text,
  hotline text
);
ALTER TABLE vote.authorities ENABLE ROW LEVEL SECURITY;
ALTER TABLE vote.authorities FORCE ROW LEVEL SECURITY;
CREATE POLICY p_authorities ON vote.authorities USING (id = vote.authority_id());
GRANT SELECT, UPDATE (name, county, hotline) ON vote.authorities TO hf_elections_app;

CREATE TABLE vote.voters (
  authority_id text NOT NULL REFERENCES vote.authorities (id),
  roll_no integer NOT NULL,
  card_no text NOT NULL,
  name text NOT NULL,
  street text NOT NULL,
  voted_at timestamptz,
  PRIMARY KEY (authority_id, roll_no),
  UNIQUE (authority_id, card_no)
);
ALTER TABLE vote.voters ENABLE ROW LEVEL SECURITY;
ALTER TABLE vote.voters FORCE ROW LEVEL SECURITY;
CREATE POLICY p_voters ON vote.voters USING (authority_id = vote.authority_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON vote.voters TO hf_elections_app;

CREATE TABLE vote.stations (
  authority_id text NOT NULL REFERENCES vote.authorities (id),
  station_no integer NOT NULL,
  address text NOT NULL,
  alarm_code text,
  PRIMARY KEY (authority_id, station_no)
);
ALTER TABLE vote.stations ENABLE ROW LEVEL SECURITY;
ALTER TABLE vote.stations FORCE ROW LEVEL SECURITY;
CREATE POLICY p_stations ON vote.stations USING (authority_id = vote.authority_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON vote.stations TO hf_elections_app;

CREATE TABLE vote.contests (
  authority_id text NOT NULL REFERENCES vote.authorities (id),
  contest_no integer NOT NULL,
  title text NOT NULL,
  method text REFERENCES vote.methods (code),
  PRIMARY KEY (authority_id, contest_no)
);
ALTER TABLE vote.contests ENABLE ROW LEVEL SECURITY;
ALTER TABLE vote.contests FORCE ROW LEVEL SECURITY;
CREATE POLICY p_contests ON vote.contests USING (authority_id = vote.authority_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON vote.contests TO hf_elections_app;

CREATE TABLE vote.candidates (
  authority_id text NOT NULL,
  contest_no integer NOT NULL,
  place integer NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (authority_id, contest_no, place),
  FOREIGN KEY (authority_id, contest_no) REFERENCES vote.contests (authority_id, contest_no) ON DELETE CASCADE
);
ALTER TABLE vote.candidates ENABLE ROW LEVEL SECURITY;
ALTER TABLE vote.candidates FORCE ROW LEVEL SECURITY;
CREATE POLICY p_candidates ON vote.candidates USING (authority_id = vote.authority_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON vote.candidates TO hf_elections_app;

CREATE TABLE vote.counts (
  authority_id text NOT NULL,
  contest_no integer NOT NULL,
  place integer NOT NULL,
  station_no integer NOT NULL,
  votes integer NOT NULL CHECK (votes >= 0),
  remark text,
  PRIMARY KEY (authority_id, contest_no, place, station_no),
  FOREIGN KEY (authority_id, contest_no, place) REFERENCES vote.candidates (authority_id, contest_no, place)
    ON DELETE CASCADE,
  FOREIGN KEY (authority_id, station_no) REFERENCES vote.stations (authority_id, station_no)
);
ALTER TABLE vote.counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE vote.counts FORCE ROW LEVEL SECURITY;
CREATE POLICY p_counts ON vote.counts USING (authority_id = vote.authority_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON vote.counts TO hf_elections_app;

-- Offices that may look at the counts of this one; only this one writes the row.
CREATE TABLE vote.observers (
  authority_id text NOT NULL REFERENCES vote.authorities (id),
  observer text NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (authority_id, observer)
);
ALTER TABLE vote.observers ENABLE ROW LEVEL SECURITY;
ALTER TABLE vote.observers FORCE ROW LEVEL SECURITY;
CREATE POLICY p_observers ON vote.observers USING (authority_id = vote.authority_id());
CREATE POLICY p_observing ON vote.observers FOR SELECT
  USING (observer = vote.authority_id() AND revoked_at IS NULL);
GRANT SELECT, INSERT, UPDATE ON vote.observers TO hf_elections_app;
CREATE POLICY p_counts_observed ON vote.counts FOR SELECT USING (EXISTS (
  SELECT FROM vote.observers o
   WHERE o.authority_id = counts.authority_id AND o.observer = vote.authority_id() AND o.revoked_at IS NULL));

-- The log is written by triggers as the application, and read by the office.
CREATE TABLE vote.log (
  authority_id text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  line text NOT NULL
) PARTITION BY RANGE (at);
ALTER TABLE vote.log ENABLE ROW LEVEL SECURITY;
ALTER TABLE vote.log FORCE ROW LEVEL SECURITY;
CREATE POLICY p_log ON vote.log USING (authority_id = vote.authority_id());
GRANT SELECT, INSERT ON vote.log TO hf_elections_app;
CREATE TABLE vote.log_rest PARTITION OF vote.log DEFAULT;

CREATE FUNCTION vote.log_count() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO vote.log (authority_id, line)
  VALUES (NEW.authority_id, format('%s/%s: %s %s', NEW.contest_no, NEW.place, NEW.votes, NEW.remark));
  RETURN NULL;
END
$$;
CREATE TRIGGER counts_log AFTER INSERT OR UPDATE ON vote.counts
  FOR EACH ROW EXECUTE FUNCTION vote.log_count();
