-- A franchise uses up the voucher of another and reads its label, because redeeming looks for the code
-- among all vouchers.
-- about: redeem_voucher, vouchers
-- as: hf_dustbrigade_app
-- exploit: SET dust.franchise = 'oak';
-- exploit: SELECT home.redeem_voucher('SPRING10');
-- shows: Road-secret voucher
CREATE FUNCTION home.redeem_voucher(p_code text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = home, pg_temp AS $$
  UPDATE home.vouchers SET used_at = now() WHERE code = p_code AND used_at IS NULL RETURNING label
$$;
REVOKE ALL ON FUNCTION home.redeem_voucher(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION home.redeem_voucher(text) TO hf_dustbrigade_app;
