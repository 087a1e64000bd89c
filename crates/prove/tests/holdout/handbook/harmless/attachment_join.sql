-- The list of files joins articles by both columns and has its caller's rights: nothing foreign can appear.
CREATE FUNCTION attachment_list() RETURNS TABLE (file varchar, title varchar) LANGUAGE sql STABLE AS $$
  SELECT t.file, a.title FROM kb_attachment t
  LEFT JOIN kb_article a ON a.organization_id = t.organization_id AND a.id = t.article_id
$$;
