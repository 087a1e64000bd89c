-- Any court finds the sealed summaries of all courts, because the table behind the search has no policies.
-- about: case_search, index_case, cases
-- as: hf_docketbell_app
-- exploit: SET docket.court = 'AL-01';
-- exploit: SELECT case_no, body FROM cal.case_search WHERE words @@ to_tsquery('simple', 'adoption');
-- shows: Road-secret adoption
-- Searching the summaries themselves took seconds.
CREATE TABLE cal.case_search (
  court_code text NOT NULL,
  case_no text NOT NULL,
  body text NOT NULL,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED,
  PRIMARY KEY (court_code, case_no)
);
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
