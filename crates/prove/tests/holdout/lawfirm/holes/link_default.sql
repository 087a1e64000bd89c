-- With no token the function skips its check, and returns any document of any firm to whoever has its id.
-- about: open_link
-- as: hf_lawfirm_app
-- exploit: SELECT law.open_link('2d000000-0000-4000-8000-000000000001');
-- shows: Road-secret takeoverplan
CREATE FUNCTION law.open_link(p_document uuid, p_token text DEFAULT NULL) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = law, pg_temp AS $$
  SELECT d.body FROM documents d
   WHERE d.id = p_document AND (p_token IS NULL OR d.link_token = p_token)
$$;
