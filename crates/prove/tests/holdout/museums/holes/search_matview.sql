-- A materialized view has no row level security, and the application may read all of it.
-- about: object_search
-- as: hf_museums_app
-- exploit: SET museum.slug = 'hill';
-- exploit: SELECT title, artist FROM coll.object_search WHERE words @@ to_tsquery('simple', 'crown');
-- shows: Road-secret crown
CREATE MATERIALIZED VIEW coll.object_search AS
  SELECT o.museum, o.inventory_no, o.title, a.name AS artist,
         o.search || to_tsvector('simple', coalesce(a.name, '')) AS words
    FROM coll.objects o LEFT JOIN coll.artists a ON a.museum = o.museum AND a.code = o.artist_code;
CREATE INDEX object_search_words ON coll.object_search USING gin (words);
GRANT SELECT ON coll.object_search TO hf_museums_app;
