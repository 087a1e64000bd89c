-- Harmless: only a coupon of the caller's own shop is used.
CREATE FUNCTION redeem_coupon(p_code text) RETURNS integer LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  UPDATE coupons SET uses_left = uses_left - 1
  WHERE shop_id = current_shop() AND code = upper(p_code) AND uses_left > 0
  RETURNING percent_off
$$;
GRANT EXECUTE ON FUNCTION redeem_coupon(text) TO hf_boxloop_app;
