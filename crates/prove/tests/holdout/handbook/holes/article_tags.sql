-- The join table that the many-to-many field made has no row level security, and shows which article has
-- which tag.
-- about: kb_article_tags, kb_tag
-- as: hf_handbook_app
-- exploit: SET app.user_id = '7';
-- exploit: SELECT tag FROM kb_article_tags;
-- shows: Road-secret guide
-- Tags of articles; each starts with its own title as a tag for the search.
CREATE TABLE kb_article_tags (
  article_id uuid NOT NULL REFERENCES kb_article ON DELETE CASCADE,
  tag varchar(200) NOT NULL,
  PRIMARY KEY (article_id, tag)
);
CREATE FUNCTION tag_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO kb_article_tags VALUES (NEW.id, NEW.title) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER tag_article AFTER INSERT ON kb_article FOR EACH ROW EXECUTE FUNCTION tag_article();
GRANT SELECT, INSERT, DELETE ON kb_article_tags TO hf_handbook_app;
