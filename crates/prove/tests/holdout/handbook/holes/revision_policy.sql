-- Every revision is open to every user, because the check of the article runs with the rights of its owner
-- and so past the article's policy.
-- about: kb_articlerevision, revision_article, has_live_article
-- as: hf_handbook_app
-- exploit: SET app.user_id = '7';
-- exploit: SELECT body FROM kb_articlerevision;
-- shows: Road-secret old body
-- Archived articles keep their revisions to themselves.
DROP POLICY revision_article ON kb_articlerevision;
CREATE FUNCTION has_live_article(p_article uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM kb_article a WHERE a.id = p_article AND a.status <> 'archived')
$$;
CREATE POLICY revision_article ON kb_articlerevision USING (has_live_article(article_id));
