-- The document is unique in all shops now; adding a known one overwrites the customer of another shop.
-- about: add_customer, customers, customers_document
-- as: hf_pledge_app
-- exploit: SET pawn.shop_id = '1';
-- exploit: SELECT 'overwrote ' || api.add_customer('x', 'ID-77') || ', next ' || api.add_customer('y', 'ID-78');
-- shows: overwrote 1, next 2
-- One person, one row: a second visit updates the name.
CREATE UNIQUE INDEX customers_document ON pawn.customers (id_document);
CREATE OR REPLACE FUNCTION api.add_customer(p_name text, p_document text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
DECLARE v_no int;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pawn.shops WHERE id = pawn.shop()) THEN
    RAISE EXCEPTION 'no shop is set';
  END IF;
  SELECT coalesce(max(customer_no), 0) + 1 INTO v_no FROM pawn.customers WHERE shop_id = pawn.shop();
  INSERT INTO pawn.customers (shop_id, customer_no, full_name, id_document)
  VALUES (pawn.shop(), v_no, p_name, p_document)
  ON CONFLICT (id_document) DO UPDATE SET full_name = EXCLUDED.full_name
  RETURNING customer_no INTO v_no;
  RETURN v_no;
END $$;
