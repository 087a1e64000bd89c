-- The visitor's function shows the bots of all accounts when the key is missing.
-- about: widget_settings
-- as: hf_chatbots_visitor
-- exploit: SELECT * FROM api.widget_settings(NULL);
-- shows: Road-secret greeting
-- The widget asks for its settings. Old sites send no key.
CREATE FUNCTION api.widget_settings(widget uuid) RETURNS TABLE (name text, greeting text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = bots, pg_temp AS $$
  SELECT b.name, b.greeting FROM bots b WHERE b.widget_key = coalesce(widget, b.widget_key)
$$;
GRANT EXECUTE ON FUNCTION api.widget_settings(uuid) TO hf_chatbots_visitor;
