-- The search runs with its owner's rights to use the text index, and forgot to ask whose songs it finds.
-- about: find_songs, songs
-- as: hf_choirs_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-0000-4000-8000-00000000000a"}';
-- exploit: SELECT * FROM choir.find_songs('song');
-- shows: Road-secret song
CREATE INDEX songs_words ON choir.songs USING gin (to_tsvector('simple', title || ' ' || lyrics));
CREATE FUNCTION choir.find_songs(q text) RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
  SELECT s.title
  FROM choir.songs s
  WHERE to_tsvector('simple', s.title || ' ' || s.lyrics) @@ plainto_tsquery('simple', q)
$$;
