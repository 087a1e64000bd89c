-- The function sets the claims for the session and not for the transaction: the next request inherits them.
-- about: begin_request, request.jwt.claims
-- as: hf_choirs_app
-- exploit: BEGIN;
-- exploit: SELECT choir.begin_request('{"sub": "bbbbbbbb-0000-4000-8000-00000000000b"}');
-- exploit: COMMIT;
-- exploit: SELECT body FROM choir.posts;
-- shows: Road-secret post
CREATE FUNCTION choir.begin_request(p_claims text) RETURNS void
  LANGUAGE sql
  SET search_path = pg_catalog, pg_temp
AS $$
  SELECT set_config('request.jwt.claims', p_claims, false)
$$;
