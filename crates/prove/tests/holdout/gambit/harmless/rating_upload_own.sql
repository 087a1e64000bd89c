-- The upload of ratings with its owner's rights, bound to the club of the session.
CREATE FUNCTION chess.upload_rating(p_fed_id integer, p_rating integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER
SET search_path = chess, pg_temp
AS $$
  WITH changed AS (
    UPDATE members SET rating = p_rating WHERE club = chess.club() AND fed_id = p_fed_id RETURNING 1
  )
  SELECT count(*) FROM changed
$$;
REVOKE ALL ON FUNCTION chess.upload_rating(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION chess.upload_rating(integer, integer) TO hf_gambit_app;
