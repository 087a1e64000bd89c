-- The search runs with its owner's rights but asks for the caller's choirs itself.
CREATE FUNCTION choir.find_songs(q text) RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
  SELECT s.title
  FROM choir.songs s
  WHERE s.choir_id IN (SELECT choir.my_choirs())
    AND to_tsvector('simple', s.title || ' ' || s.lyrics) @@ plainto_tsquery('simple', q)
$$;
