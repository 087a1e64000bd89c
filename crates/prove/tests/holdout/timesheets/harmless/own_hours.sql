-- People set their own weekly hours; of their membership they may write no other column.
CREATE FUNCTION set_my_hours(p_ws text, p_hours int) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
  UPDATE workspace_member SET "weeklyHours" = p_hours WHERE "workspaceId" = p_ws AND "userId" = me()
$$;
REVOKE ALL ON FUNCTION set_my_hours(text, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION set_my_hours(text, int) TO hf_timesheets_app;
