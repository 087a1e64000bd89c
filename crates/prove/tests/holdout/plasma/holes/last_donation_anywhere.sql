-- The check before a donation answers for donors of every centre, by the number on their card.
-- about: last_donation, donations, donors
-- as: hf_plasma_app
-- exploit: SET blood.centre_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT 'gave on ' || blood.last_donation('N-777');
-- shows: gave on 2026-02-14
CREATE FUNCTION blood.last_donation(p_national_id text) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = blood, pg_temp AS $$
  SELECT max(d.taken_on) FROM blood.donations d
  JOIN blood.donors p ON p.centre_id = d.centre_id AND p.donor_id = d.donor_id
  WHERE p.national_id = p_national_id
$$;
