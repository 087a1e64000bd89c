-- The fast preview runs as its owner but counts in the workspace of the session only: harmless.
CREATE FUNCTION cdp.preview_segment(p_rule jsonb) RETURNS TABLE (matched bigint, sample text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = cdp, pg_temp AS $$
  SELECT count(*), string_agg(p.full_name, ', ') FROM cdp.profiles p
  WHERE p.workspace_id = cdp.ws() AND p.traits @> p_rule
$$;
REVOKE EXECUTE ON FUNCTION cdp.preview_segment(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cdp.preview_segment(jsonb) TO hf_personas_app;
