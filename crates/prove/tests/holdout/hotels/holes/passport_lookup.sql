-- The function looks in the guests of all chains for a passport and gives the name.
-- about: guest_by_passport
-- as: hf_hotels_app
-- exploit: SET hotels.chain = 'cccccccc-0000-4000-8000-000000000001';
-- exploit: SELECT api.guest_by_passport(' rp9 ');
-- shows: Road-secret guest
CREATE FUNCTION api.guest_by_passport(p_passport text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = data, pg_temp AS $$
  SELECT full_name FROM guests WHERE passport = upper(trim(p_passport))
$$;
