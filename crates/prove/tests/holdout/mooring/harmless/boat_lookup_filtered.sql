-- A function with its owner's rights that filters by the harbour of the session, and only the app may run it.
CREATE FUNCTION harbour.find_vessel(p_text text)
RETURNS TABLE (vessel text, owner text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = harbour, pg_temp
AS $$
  SELECT v.name, o.full_name
  FROM harbour.vessels v
  JOIN harbour.owners o ON o.harbour_id = v.harbour_id AND o.id = v.owner_id
  WHERE v.harbour_id = harbour.current_harbour() AND v.name ILIKE '%' || p_text || '%'
$$;
REVOKE ALL ON FUNCTION harbour.find_vessel(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION harbour.find_vessel(text) TO hf_mooring_app;
