-- A user writes down that any other user lets him do the tasks, and then reads them in the other company.
-- about: delegations, tasks
-- as: hf_workflow_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: INSERT INTO wf.delegations VALUES ('a0000000-0000-4000-8000-000000000000',
-- exploit: 'b0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000001');
-- exploit: SELECT subject FROM wf.tasks;
-- shows: Road-secret dismissal
-- A colleague may also take over tasks by himself when somebody falls ill.
DROP POLICY a ON wf.delegations;
CREATE POLICY a ON wf.delegations FOR INSERT TO hf_workflow_app
  WITH CHECK (wf.in_company(company_id) AND wf.current_user_id() IN (from_user, to_user));
CREATE POLICY delegated ON wf.tasks FOR SELECT TO hf_workflow_app
  USING (EXISTS (SELECT 1 FROM wf.delegations d
    WHERE d.from_user = tasks.assignee_id AND d.to_user = wf.current_user_id()));
