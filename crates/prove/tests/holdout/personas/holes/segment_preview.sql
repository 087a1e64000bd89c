-- A login previews a rule and gets the names of people of all workspaces, as the fast count runs as its
-- owner.
-- about: preview_segment, profiles
-- as: hf_personas_app
-- exploit: SET cdp.workspace = '11111111-1111-4111-8111-111111111111';
-- exploit: SELECT * FROM cdp.preview_segment('{"plan": "pro"}');
-- shows: Road-secret Person
CREATE FUNCTION cdp.preview_segment(p_rule jsonb) RETURNS TABLE (matched bigint, sample text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cdp, pg_temp AS $$
  SELECT count(*), string_agg(p.full_name, ', ') FROM cdp.profiles p WHERE p.traits @> p_rule
$$;
REVOKE EXECUTE ON FUNCTION cdp.preview_segment(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cdp.preview_segment(jsonb) TO hf_personas_app;
