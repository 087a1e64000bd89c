-- The search index of donors is a plain table without row security, names of all charities in it.
-- about: donor_search, index_donor, donor
-- as: hf_kindstub_app
-- exploit: SET charity.id = '1';
-- exploit: SELECT words FROM give.donor_search WHERE words @@ to_tsquery('simple', 'donor');
-- shows: 'harvest
CREATE TABLE give.donor_search (
  charity_id integer NOT NULL,
  donor_no integer NOT NULL,
  words tsvector NOT NULL,
  PRIMARY KEY (charity_id, donor_no),
  FOREIGN KEY (charity_id, donor_no) REFERENCES give.donor ON DELETE CASCADE
);
CREATE INDEX ON give.donor_search USING gin (words);
CREATE FUNCTION give.index_donor() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = give, pg_temp AS $$
BEGIN
  INSERT INTO give.donor_search VALUES (NEW.charity_id, NEW.donor_no, to_tsvector('simple', NEW.full_name))
  ON CONFLICT (charity_id, donor_no) DO UPDATE SET words = EXCLUDED.words;
  RETURN NULL;
END $$;
CREATE TRIGGER index_donor AFTER INSERT OR UPDATE OF full_name ON give.donor
  FOR EACH ROW EXECUTE FUNCTION give.index_donor();
GRANT SELECT ON give.donor_search TO hf_kindstub_app;
