-- The same approval, but the caller must be a payer of the very company whose payout it is.
CREATE FUNCTION pay.approve_payout(p_reference text) RETURNS SETOF pay.payouts
LANGUAGE sql SECURITY DEFINER
SET search_path = pay, pg_temp
AS $$
  UPDATE pay.payouts p SET state = 'approved'
  WHERE p.reference = p_reference AND p.state = 'draft'
    AND EXISTS (SELECT 1 FROM pay.company_members m
      WHERE m.user_id = pay.uid() AND m.company_id = p.company_id AND m.role IN ('payer', 'owner'))
  RETURNING p.*
$$;
REVOKE EXECUTE ON FUNCTION pay.approve_payout(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pay.approve_payout(text) TO hf_gigpurse_app;
