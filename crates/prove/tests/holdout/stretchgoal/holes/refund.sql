-- Any organiser refunds the contributions of others, because the function takes the bare number.
-- about: refund, contributions
-- as: hf_stretchgoal_app
-- exploit: SET stretch.organiser_id = '101';
-- exploit: SELECT 'state ' || fund.refund(55);
-- shows: state refunded
-- Refunds also touch what the application may not.
CREATE FUNCTION fund.refund(p_contribution bigint) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = fund, pg_temp
AS $$
  UPDATE contributions SET state = 'refunded' WHERE id = p_contribution RETURNING state
$$;
REVOKE ALL ON FUNCTION fund.refund(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fund.refund(bigint) TO hf_stretchgoal_app;
