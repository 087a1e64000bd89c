-- A call without a team, or with another one, brings the minutes of all: the argument replaces the session.
-- about: used_minutes, minutes
-- as: hf_pipelines_app
-- exploit: SET pipe.team_id = '1001';
-- exploit: SELECT * FROM pipe.used_minutes();
-- shows: 98765
-- Minutes used, for the page of the team and for the bills.
SET ROLE hf_pipelines_owner;
CREATE FUNCTION pipe.used_minutes(of_team bigint DEFAULT NULL) RETURNS TABLE (month date, used bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT m.month, m.used FROM pipe_data.minutes m WHERE of_team IS NULL OR m.team_id = of_team
$$;
REVOKE EXECUTE ON FUNCTION pipe.used_minutes(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pipe.used_minutes(bigint) TO hf_pipelines_app;
RESET ROLE;
