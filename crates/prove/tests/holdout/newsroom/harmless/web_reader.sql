-- The web site's own role reads what is published; the application is no member of it.
CREATE ROLE hf_newsroom_web NOLOGIN;
GRANT USAGE ON SCHEMA news TO hf_newsroom_web;
GRANT SELECT (publisher_id, id, headline) ON news.articles TO hf_newsroom_web;
CREATE POLICY free_to_read ON news.articles FOR SELECT TO hf_newsroom_web USING (embargo_until < now());
