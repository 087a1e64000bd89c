-- harmless: the check before a donation answers for donors of the centre of the session.
CREATE FUNCTION blood.last_donation(p_national_id text) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = blood, pg_temp AS $$
  SELECT max(d.taken_on) FROM blood.donations d
  JOIN blood.donors p ON p.centre_id = d.centre_id AND p.donor_id = d.donor_id
  WHERE p.national_id = p_national_id AND p.centre_id = blood.centre()
$$;
REVOKE ALL ON FUNCTION blood.last_donation(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION blood.last_donation(text) TO hf_plasma_app;
