-- The function takes no insurer: it adds up the payouts of the caller's own, whatever its rights.
CREATE FUNCTION ins.payout_total(p_from date) RETURNS numeric
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
AS $$
  SELECT sum(p.amount)
  FROM ins.payouts p
  WHERE p.insurer_id = ins.insurer() AND (p_from IS NULL OR p.paid_on >= p_from)
$$;
