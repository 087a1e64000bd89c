-- A lead adds members to his own team.
CREATE FUNCTION hire.led_teams() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.team_id FROM hire.members m WHERE m.user_id = hire.uid() AND m.role = 'lead'
$$;
REVOKE EXECUTE ON FUNCTION hire.led_teams() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hire.led_teams() TO hf_recruiting_app;
CREATE POLICY lead_adds ON hire.members FOR INSERT WITH CHECK (team_id IN (SELECT hire.led_teams()));
GRANT INSERT (team_id, user_id) ON hire.members TO hf_recruiting_app;
CREATE POLICY no_self ON hire.members AS RESTRICTIVE FOR INSERT WITH CHECK (user_id <> hire.uid());
