-- The cache has the agency in its key, its own policy, and is read with the caller's rights.
CREATE TABLE tm.exact_matches (
  agency text NOT NULL REFERENCES tm.agencies (slug),
  source_hash text NOT NULL,
  target text NOT NULL,
  PRIMARY KEY (agency, source_hash)
);
ALTER TABLE tm.exact_matches ENABLE ROW LEVEL SECURITY;
ALTER TABLE tm.exact_matches FORCE ROW LEVEL SECURITY;
CREATE POLICY exact_matches_own ON tm.exact_matches USING (agency = tm.me()) WITH CHECK (agency = tm.me());
GRANT SELECT, INSERT, UPDATE, DELETE ON tm.exact_matches TO hf_phrasemill_app;
CREATE FUNCTION tm.remember_match() RETURNS trigger LANGUAGE plpgsql
  SET search_path = tm, pg_temp
  AS $$
  BEGIN
    INSERT INTO tm.exact_matches VALUES (NEW.agency, md5(NEW.source), NEW.target)
      ON CONFLICT (agency, source_hash) DO UPDATE SET target = EXCLUDED.target;
    RETURN NEW;
  END $$;
CREATE TRIGGER segments_remember AFTER INSERT OR UPDATE ON tm.segments
  FOR EACH ROW EXECUTE FUNCTION tm.remember_match();
CREATE FUNCTION tm.exact_match(p_source text) RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT target FROM tm.exact_matches WHERE agency = tm.me() AND source_hash = md5(p_source) $$;
