-- The check before an upload with the owner's rights, held to the studios of the user: it tells nothing of
-- others.
CREATE FUNCTION stock.upload_check(p_digest text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = stock, pg_temp AS $$
  SELECT CASE WHEN EXISTS (
      SELECT 1 FROM stock.photos
      WHERE digest = p_digest AND studio_id IN (SELECT stock.my_studios()))
    THEN 'already on sale' ELSE 'new' END
$$;
REVOKE ALL ON FUNCTION stock.upload_check(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stock.upload_check(text) TO hf_framevault_app;
