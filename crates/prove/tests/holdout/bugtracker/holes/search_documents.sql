-- The search index is a materialized view of all accounts, and no policy can stand on it.
-- about: search_documents, bugs, bug_comments
-- as: hf_bugtracker_app
-- exploit: SET app.current_account_id = 'a0000000-0000-4000-8000-00000000000a';
-- exploit: SELECT content FROM search_documents WHERE tsv @@ plainto_tsquery('simple', 'crash');
-- shows: Road-secret crash
CREATE MATERIALIZED VIEW search_documents AS
  SELECT b.account_id, 'Bug'::text AS searchable_type, b.id AS searchable_id, b.title AS content,
         to_tsvector('simple', b.title || ' ' || coalesce(b.description, '')) AS tsv
  FROM bugs b
  UNION ALL
  SELECT c.account_id, 'BugComment', c.id, c.body, to_tsvector('simple', c.body) FROM bug_comments c;
CREATE UNIQUE INDEX ON search_documents (account_id, searchable_type, searchable_id);
CREATE INDEX index_search_documents_on_tsv ON search_documents USING gin (tsv);
GRANT SELECT ON search_documents TO hf_bugtracker_app;
