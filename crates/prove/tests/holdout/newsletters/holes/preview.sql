-- The preview shows the draft of any publication to whoever has its id, because it reads with the owner's
-- rights.
-- about: preview_campaign, campaigns
-- as: hf_newsletters_app
-- exploit: SET app.publication = 'alpha-weekly';
-- exploit: SELECT body FROM preview_campaign('b3000000-0000-4000-8000-000000000001');
-- shows: Road-secret body
-- Reviewers open the preview without choosing a publication first.
CREATE FUNCTION preview_campaign(p_id uuid) RETURNS TABLE (subject text, body text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.subject, c.body FROM campaigns c WHERE c.id = p_id
$$;
