-- The upload of ratings finds members by the federation's number alone and changes those of all clubs.
-- about: upload_rating, members
-- as: hf_gambit_app
-- exploit: SET gambit.club = 'rook';
-- exploit: SELECT 'rows: ' || chess.upload_rating(777001, 100);
-- shows: rows: 1
CREATE FUNCTION chess.upload_rating(p_fed_id integer, p_rating integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER
SET search_path = chess, pg_temp
AS $$
  WITH changed AS (
    UPDATE members SET rating = p_rating WHERE fed_id = p_fed_id RETURNING 1
  )
  SELECT count(*) FROM changed
$$;
REVOKE ALL ON FUNCTION chess.upload_rating(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION chess.upload_rating(integer, integer) TO hf_gambit_app;
