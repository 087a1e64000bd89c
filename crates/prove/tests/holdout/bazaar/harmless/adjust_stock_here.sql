-- The function for the till changes the stock only where the caller works for the product's shop.
CREATE FUNCTION adjust_stock(p_shop TEXT, p_sku TEXT, p_change INTEGER) RETURNS void
LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  UPDATE "Product" SET "stock" = "stock" + p_change
  WHERE "shopId" = p_shop AND "sku" = p_sku AND has_role("shopId", 'OWNER', 'STAFF')
$$;
REVOKE ALL ON FUNCTION adjust_stock(TEXT, TEXT, INTEGER) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION adjust_stock(TEXT, TEXT, INTEGER) TO hf_bazaar_app;
