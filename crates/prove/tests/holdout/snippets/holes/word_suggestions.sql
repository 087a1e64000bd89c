-- The materialized view holds the words of all companies' snippets, and the application reads it.
-- about: word_counts
-- as: hf_snippets_app
-- exploit: SET snip.company = 'hill';
-- exploit: SELECT word FROM snip.word_counts;
-- shows: road-secret-body
-- Suggestions while one types; words only, no names.
CREATE MATERIALIZED VIEW snip.word_counts AS
SELECT word, ndoc, nentry FROM ts_stat('SELECT words FROM snip.snippets');
CREATE UNIQUE INDEX word_counts_word ON snip.word_counts (word);
GRANT SELECT ON snip.word_counts TO hf_snippets_app;
