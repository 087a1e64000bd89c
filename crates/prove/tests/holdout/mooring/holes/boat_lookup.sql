-- The lookup function has its owner's rights and does not filter, so any harbour finds all boats and phones.
-- about: find_vessel, vessels, owners
-- as: hf_mooring_app
-- exploit: SET app.harbour_id = '0a000000-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM harbour.find_vessel('');
-- shows: Quay-secret boat
CREATE FUNCTION harbour.find_vessel(p_text text)
RETURNS TABLE (vessel text, owner text, phone text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = harbour, pg_temp
AS $$
  SELECT v.name, o.full_name, o.phone
  FROM harbour.vessels v
  JOIN harbour.owners o ON o.harbour_id = v.harbour_id AND o.id = v.owner_id
  WHERE v.name ILIKE '%' || p_text || '%'
  ORDER BY v.name
  LIMIT 50
$$;
REVOKE ALL ON FUNCTION harbour.find_vessel(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION harbour.find_vessel(text) TO hf_mooring_app;
