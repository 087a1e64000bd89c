-- The cache of exact matches is keyed by a hash of the source alone, so it answers with translations of
-- others.
-- about: exact_matches, exact_match, remember_match, segments_remember, segments
-- as: hf_phrasemill_app
-- exploit: SET tm.agency = 'polyglot-east';
-- exploit: SELECT tm.exact_match('Merger plan');
-- shows: Road-secret Fusion
CREATE TABLE tm.exact_matches (
  source_hash text PRIMARY KEY,
  target text NOT NULL
);
CREATE FUNCTION tm.remember_match() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = tm, pg_temp
  AS $$
  BEGIN
    INSERT INTO tm.exact_matches VALUES (md5(NEW.source), NEW.target)
      ON CONFLICT (source_hash) DO UPDATE SET target = EXCLUDED.target;
    RETURN NEW;
  END $$;
CREATE TRIGGER segments_remember AFTER INSERT OR UPDATE ON tm.segments
  FOR EACH ROW EXECUTE FUNCTION tm.remember_match();
-- The table has no grant; the function gives only what was asked for.
CREATE FUNCTION tm.exact_match(p_source text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = tm, pg_temp
  AS $$ SELECT target FROM tm.exact_matches WHERE source_hash = md5(p_source) $$;
