-- Any user gets the report of any workspace: the function checks that he is a member somewhere, not in the
-- one asked for.
-- about: timesheet_report, time_entry, project
-- as: hf_timesheets_app
-- exploit: SET app.account_id = 'ua';
-- exploit: SELECT description FROM timesheet_report('beta');
-- shows: Road-secret work
CREATE FUNCTION timesheet_report(p_ws text, p_from date DEFAULT '-infinity')
RETURNS TABLE (project text, "user" text, minutes int, description text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM workspace_member m WHERE m."userId" = me() AND m.role <> 'member') THEN
    RAISE EXCEPTION 'managers only';
  END IF;
  RETURN QUERY SELECT p.name, e."userId", e.minutes, e.description
    FROM time_entry e JOIN project p ON p."workspaceId" = e."workspaceId" AND p.id = e."projectId"
    WHERE e."workspaceId" = p_ws AND e.day >= p_from;
END $$;
