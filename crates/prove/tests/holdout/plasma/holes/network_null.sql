-- Centres without a network all count as one network, since the function compares empty with empty.
-- about: network_centres, donors, network
-- as: hf_plasma_app
-- exploit: SET blood.centre_id = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT full_name FROM blood.donors;
-- shows: Road-secret Donor
-- Centres of one network look after the same donors.
CREATE FUNCTION blood.network_centres() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = blood, pg_temp AS $$
  SELECT c.id FROM blood.centres c, blood.centres me
  WHERE me.id = blood.centre() AND coalesce(c.network, '') = coalesce(me.network, '')
$$;
CREATE POLICY network ON blood.donors FOR SELECT USING (centre_id IN (SELECT blood.network_centres()));
