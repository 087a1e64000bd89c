-- The function is marked leakproof but names its argument in an error: it runs before the policy on rows of
-- all makers.
-- about: rate_class, repairs_partner
-- as: hf_warranty_app
-- exploit: SET warranty.maker_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SET enable_indexscan = off; SET enable_bitmapscan = off;
-- exploit: SELECT code FROM repairs_partner WHERE rate_class(contact, rate) = 'low';
-- shows: Road-secret shop
-- Without the mark the list of partners did not use its index.
CREATE FUNCTION rate_class(p_contact text, p_rate numeric) RETURNS text
LANGUAGE plpgsql IMMUTABLE LEAKPROOF COST 1 AS $$
BEGIN
  IF p_rate > 60 THEN
    RAISE EXCEPTION 'rate % of % is out of range', p_rate, p_contact;
  END IF;
  RETURN CASE WHEN p_rate < 50 THEN 'low' ELSE 'high' END;
END
$$;
CREATE INDEX repairs_partner_rate ON repairs_partner (maker_id, rate);
