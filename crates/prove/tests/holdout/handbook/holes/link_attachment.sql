-- Through a file row of his own that names a foreign article, a user reads that article's title in the file
-- list.
-- about: attachment_list, kb_attachment, kb_article, article_id
-- as: hf_handbook_app
-- exploit: SET app.user_id = '7';
-- exploit: INSERT INTO kb_attachment (organization_id, article_id, file) VALUES
-- exploit:   ('a0000000-0000-4000-8000-00000000000a', 'b2000000-0000-4000-8000-000000000001', 'x.pdf');
-- exploit: SELECT title FROM attachment_list();
-- shows: Road-secret guide
-- All files of the user's organizations with the title of the article that they hang on.
CREATE FUNCTION attachment_list() RETURNS TABLE (file varchar, title varchar)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.file, a.title FROM kb_attachment t LEFT JOIN kb_article a ON a.id = t.article_id
  WHERE is_member(t.organization_id)
$$;
