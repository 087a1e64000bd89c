-- The table behind the search with a forced policy: each court finds its own cases.
CREATE TABLE cal.case_search (
  court_code text NOT NULL REFERENCES cal.courts,
  case_no text NOT NULL,
  body text NOT NULL,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED,
  PRIMARY KEY (court_code, case_no)
);
ALTER TABLE cal.case_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE cal.case_search FORCE ROW LEVEL SECURITY;
CREATE POLICY case_search_own ON cal.case_search USING (court_code = cal.court());
CREATE INDEX case_search_words ON cal.case_search USING gin (words);
CREATE FUNCTION cal.index_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = cal, pg_temp AS $$
BEGIN
  INSERT INTO cal.case_search (court_code, case_no, body)
  VALUES (NEW.court_code, NEW.case_no, NEW.parties || ' ' || NEW.summary)
  ON CONFLICT (court_code, case_no) DO UPDATE SET body = EXCLUDED.body;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION cal.index_case() FROM PUBLIC;
CREATE TRIGGER index_case AFTER INSERT OR UPDATE ON cal.cases FOR EACH ROW EXECUTE FUNCTION cal.index_case();
GRANT SELECT ON cal.case_search TO hf_docketbell_app;
