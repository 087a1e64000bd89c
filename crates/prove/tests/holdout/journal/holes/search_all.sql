-- A user searches the entries of all people by words.
-- about: search_entries
-- as: ho_journal_app
-- exploit: SET journal.person = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT headline FROM search_entries('eb');
-- shows: <b>
CREATE FUNCTION search_entries(query tsquery) RETURNS TABLE (id uuid, headline text) LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT e.id, ts_headline(e.body, query) FROM entries e WHERE e.words @@ query OR query = ''::tsquery $$;
