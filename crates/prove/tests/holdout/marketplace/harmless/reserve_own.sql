-- The function takes from the stock of the firm of the session only; it has its owner's rights for the lock.
CREATE FUNCTION market.reserve(p_listing uuid, p_quantity int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = market, pg_temp AS $$
DECLARE
  v_left int;
BEGIN
  UPDATE market.stock SET on_hand = on_hand - p_quantity
    WHERE firm_id = market.firm() AND listing_id = p_listing RETURNING on_hand INTO v_left;
  RETURN v_left;
END $$;
REVOKE ALL ON FUNCTION market.reserve(uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION market.reserve(uuid, int) TO hf_marketplace_app;
