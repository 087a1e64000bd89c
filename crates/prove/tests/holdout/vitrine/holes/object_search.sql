-- Any institution searches the objects of all, because the search table has no row security.
-- about: object_search, objects, objects_search
-- as: hf_vitrine_app
-- exploit: SET vitrine.institution = 'hill';
-- exploit: SELECT label FROM loans.object_search WHERE words @@ to_tsquery('simple', 'portrait');
-- shows: Road-secret Portrait
-- Words of the objects, kept apart so that the objects stay small.
CREATE TABLE loans.object_search (
  institution text NOT NULL,
  accession text NOT NULL,
  label text NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (institution, accession),
  FOREIGN KEY (institution, accession) REFERENCES loans.objects (institution, accession) ON DELETE CASCADE
);
CREATE INDEX object_search_words ON loans.object_search USING gin (words);
GRANT SELECT ON loans.object_search TO hf_vitrine_app;
CREATE FUNCTION loans.fill_search() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = loans
AS $$
BEGIN
  INSERT INTO object_search
  VALUES (NEW.institution, NEW.accession, NEW.title, to_tsvector('simple', NEW.title))
  ON CONFLICT (institution, accession) DO UPDATE SET label = EXCLUDED.label, words = EXCLUDED.words;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION loans.fill_search() FROM PUBLIC;
CREATE TRIGGER objects_search AFTER INSERT OR UPDATE ON loans.objects
  FOR EACH ROW EXECUTE FUNCTION loans.fill_search();
