-- Buying takes the goods from stock: the function tells, and takes, what any seller has without a share.
-- about: reserve, stock
-- as: hf_marketplace_app
-- exploit: SET app.firm_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: SELECT 'left ' || market.reserve('bbbbbbbb-0000-0000-0000-00000000000c', 1);
-- shows: left 41
CREATE FUNCTION market.reserve(p_listing uuid, p_quantity int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = market, pg_temp AS $$
DECLARE
  v_left int;
BEGIN
  IF market.firm() IS NULL THEN
    RAISE EXCEPTION 'no firm';
  END IF;
  UPDATE market.stock SET on_hand = on_hand - p_quantity WHERE listing_id = p_listing
    RETURNING on_hand INTO v_left;
  RETURN v_left;
END $$;
REVOKE ALL ON FUNCTION market.reserve(uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION market.reserve(uuid, int) TO hf_marketplace_app;
