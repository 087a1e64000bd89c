-- An approver of any company approves tasks of all: the role is asked without the company of the task.
-- about: approve, tasks
-- as: hf_workflow_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: SELECT wf.approve('b0000000-0000-4000-8000-000000000003', 'yes');
-- shows: Road-secret dismissal
-- The link in a mail names the task only.
CREATE FUNCTION wf.approve(task uuid, said text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  what text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM wf.memberships m
      WHERE m.user_id = wf.current_user_id() AND m.role IN ('owner', 'approver')) THEN
    RAISE EXCEPTION 'not an approver';
  END IF;
  UPDATE wf.tasks SET state = 'approved' WHERE task_id = task
  RETURNING subject INTO what;
  RETURN what;
END
$$;
ALTER FUNCTION wf.approve(uuid, text) OWNER TO hf_workflow_definer;
REVOKE ALL ON FUNCTION wf.approve(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wf.approve(uuid, text) TO hf_workflow_app;
