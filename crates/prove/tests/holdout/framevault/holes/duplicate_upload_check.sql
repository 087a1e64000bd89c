-- A user learns whether another studio already sells a picture, because the check before an upload looks at
-- all studios.
-- about: upload_check, photos
-- as: hf_framevault_app
-- exploit: SET request.jwt.claims = '{"sub": "a1f00000-0000-4000-8000-00000000000a"}';
-- exploit: SELECT stock.upload_check('d9');
-- shows: already on sale
CREATE FUNCTION stock.upload_check(p_digest text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = stock, pg_temp AS $$
  SELECT CASE WHEN EXISTS (SELECT 1 FROM stock.photos WHERE digest = p_digest)
    THEN 'already on sale' ELSE 'new' END
$$;
REVOKE ALL ON FUNCTION stock.upload_check(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stock.upload_check(text) TO hf_framevault_app;
