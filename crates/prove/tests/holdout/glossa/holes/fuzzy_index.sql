-- The materialized view of words covers all organisations and is granted to the application as it is.
-- about: segment_words, segments, similar_segments
-- as: hf_glossa_app
-- exploit: SET app.current_org = 'north';
-- exploit: SELECT DISTINCT source FROM segment_words WHERE word = 'secret';
-- shows: Road-secret source
CREATE MATERIALIZED VIEW segment_words AS
  SELECT s.org, s.id, s.source, w.word
  FROM segments s CROSS JOIN LATERAL regexp_split_to_table(lower(s.source), '\W+') AS w (word);
CREATE INDEX ON segment_words (word);
GRANT SELECT ON segment_words TO hf_glossa_app;
