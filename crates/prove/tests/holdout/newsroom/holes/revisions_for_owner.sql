-- The application owns the revisions, without FORCE, and reads them all.
-- about: revisions
-- as: hf_newsroom_app
-- exploit: SET news.publisher_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT headline FROM news.revisions;
-- shows: Draft-secret
ALTER TABLE news.revisions OWNER TO hf_newsroom_app;
ALTER TABLE news.revisions NO FORCE ROW LEVEL SECURITY;
