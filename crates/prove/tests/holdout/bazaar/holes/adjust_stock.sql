-- A shop changes the stock of all others that use the same article number, because the function looks only
-- at that.
-- about: adjust_stock, Product, stock
-- as: hf_bazaar_app
-- exploit: SET request.jwt.claims = '{"sub":"user_a"}';
-- exploit: SELECT adjust_stock('T1', -1) || ' shelves';
-- shows: 2 shelves
-- Called by the till, which has the rights of nobody.
CREATE FUNCTION adjust_stock(p_sku TEXT, p_change INTEGER) RETURNS INTEGER LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE n INTEGER;
BEGIN
  IF current_user_id() IS NULL THEN RAISE EXCEPTION 'sign in first'; END IF;
  UPDATE "Product" SET "stock" = "stock" + p_change WHERE "sku" = p_sku;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;
