-- A franchise takes over the homes of a customer of another one, because the merge runs with its owner's
-- rights and finds the duplicate by telephone number alone.
-- about: merge_customers, homes, customers
-- as: hf_dustbrigade_app
-- exploit: SET dust.franchise = 'oak';
-- exploit: SELECT home.merge_customers('111', '999');
-- exploit: SELECT street, key_code FROM home.homes;
-- shows: Road-secret key
-- The keeper gets the homes of the duplicate, under fresh numbers.
CREATE FUNCTION home.merge_customers(p_keep text, p_drop text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = home, pg_temp AS $$
DECLARE
  keeper home.customers;
  moved int;
BEGIN
  SELECT * INTO STRICT keeper FROM home.customers WHERE franchise = home.me() AND phone = p_keep;
  INSERT INTO home.homes (franchise, home_no, phone, street, key_code)
  SELECT keeper.franchise, 10000 + h.home_no, keeper.phone, h.street, h.key_code
  FROM home.homes h WHERE h.phone = p_drop;
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END $$;
REVOKE ALL ON FUNCTION home.merge_customers(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION home.merge_customers(text, text) TO hf_dustbrigade_app;
