-- Profiles of people in a common team.
CREATE FUNCTION hire.colleagues() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.user_id FROM hire.members m WHERE m.team_id IN (SELECT hire.my_teams())
$$;
CREATE POLICY colleagues ON hire.profiles FOR SELECT USING (user_id IN (SELECT hire.colleagues()));
