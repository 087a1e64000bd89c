-- Offices of a county see each other's stations, but an office writes its own county and so joins any
-- county.
-- about: stations, county_of
-- as: hf_elections_app
-- exploit: SET elections.authority = 'HI0001';
-- exploit: UPDATE vote.authorities SET county = 'Roadshire';
-- exploit: SELECT address, alarm_code FROM vote.stations;
-- shows: Road-secret hall
-- Neighbours help out with stations.
CREATE FUNCTION vote.county_of(p_authority text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vote, pg_temp AS $$
  SELECT a.county FROM authorities a WHERE a.id = p_authority
$$;
CREATE POLICY p_stations_county ON vote.stations FOR SELECT
  USING (vote.county_of(authority_id) = vote.county_of(vote.authority_id()));
