-- Full-text search by a generated column and its index: the policies of bugs hold as before.
ALTER TABLE bugs ADD COLUMN tsv tsvector GENERATED ALWAYS AS (
  to_tsvector('simple', title || ' ' || coalesce(description, ''))
) STORED;
CREATE INDEX index_bugs_on_tsv ON bugs USING gin (tsv);
