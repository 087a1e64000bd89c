-- Harmless: the same hand-over asks whether the caller works at the office before it touches the row.

CREATE FUNCTION aid.take_referral(p_office text, p_no integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = aid, pg_temp
AS $$
DECLARE
  v_reason text;
BEGIN
  IF NOT aid.works_at(p_office) THEN
    RAISE EXCEPTION 'not your office';
  END IF;
  DELETE FROM referrals WHERE office_id = p_office AND referral_no = p_no RETURNING reason INTO v_reason;
  RETURN v_reason;
END
$$;
REVOKE ALL ON FUNCTION aid.take_referral(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION aid.take_referral(text, integer) TO hf_pleadbridge_app;
