-- Paying a fine with the caller's rights: the policy of the table keeps it to the own operator.
CREATE FUNCTION transit.pay_fine(p_fine_no integer) RETURNS SETOF transit.fines
LANGUAGE sql
SET search_path = transit, pg_temp
AS $$ UPDATE transit.fines SET paid_at = now() WHERE fine_no = p_fine_no AND paid_at IS NULL RETURNING * $$;
REVOKE EXECUTE ON FUNCTION transit.pay_fine(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION transit.pay_fine(integer) TO hf_farebox_app;
