-- The function tells for any plate whether some other operator knows it, and who owns it.
-- about: account_of
-- as: hf_parking_app
-- exploit: SET park.operator = '1';
-- exploit: SELECT * FROM park.account_of('r 9');
-- shows: Road-secret owner
-- Plates are typed in with all kinds of blanks.
CREATE FUNCTION park.account_of(p_plate text) RETURNS TABLE (plate text, owner_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = park, pg_temp AS $$
  SELECT a.plate, a.owner_name FROM accounts a
   WHERE replace(upper(a.plate), ' ', '') = replace(upper(p_plate), ' ', '')
$$;
