-- Paying a fine goes by its short number in a function with its owner's rights: foreign fines are read and
-- closed.
-- about: pay_fine, fines
-- as: hf_farebox_app
-- exploit: SET transit.operator = '10';
-- exploit: SELECT offender FROM transit.pay_fine(2);
-- shows: Road-secret Tess
CREATE FUNCTION transit.pay_fine(p_fine_no integer) RETURNS SETOF transit.fines
LANGUAGE sql SECURITY DEFINER
SET search_path = transit, pg_temp
AS $$ UPDATE transit.fines SET paid_at = now() WHERE fine_no = p_fine_no AND paid_at IS NULL RETURNING * $$;
REVOKE EXECUTE ON FUNCTION transit.pay_fine(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION transit.pay_fine(integer) TO hf_farebox_app;
