-- Users of many companies share one login; a membership opens a company, its role says how far.
CREATE ROLE hf_workflow_app LOGIN;
CREATE ROLE hf_workflow_definer NOLOGIN BYPASSRLS;

CREATE SCHEMA wf AUTHORIZATION hf_workflow_definer;
SET ROLE hf_workflow_definer;
ALTER DEFAULT PRIVILEGES FOR ROLE hf_workflow_definer REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE wf.companies (
  company_id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  name text NOT NULL
);

CREATE TABLE wf.memberships (
  company_id uuid NOT NULL REFERENCES wf.companies,
  user_id uuid NOT NULL,
  full_name text NOT NULL,
  role text NOT NULL DEFAULT 'worker' CHECK (role IN ('owner', 'approver', 'worker')),
  settings jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (company_id, user_id)
);

CREATE FUNCTION wf.current_user_id() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT (NULLIF(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;

CREATE FUNCTION wf.in_company(company uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (SELECT 1 FROM wf.memberships
    WHERE company_id = company AND user_id = wf.current_user_id())
$$;

CREATE FUNCTION wf.may_approve(company uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (SELECT 1 FROM wf.memberships
    WHERE company_id = company AND user_id = wf.current_user_id() AND role IN ('owner', 'approver'))
$$;

CREATE TABLE wf.processes (
  company_id uuid NOT NULL REFERENCES wf.companies,
  process_key text NOT NULL,
  title text NOT NULL,
  definition jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (company_id, process_key)
);

CREATE TABLE wf.tasks (
  company_id uuid NOT NULL,
  task_id uuid NOT NULL DEFAULT gen_random_uuid(),
  process_key text NOT NULL,
  assignee_id uuid NOT NULL,
  subject text NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'approved', 'rejected')),
  PRIMARY KEY (company_id, task_id),
  FOREIGN KEY (company_id, process_key) REFERENCES wf.processes,
  FOREIGN KEY (company_id, assignee_id) REFERENCES wf.memberships
);

CREATE TABLE wf.submissions (
  company_id uuid NOT NULL,
  submission_id uuid NOT NULL DEFAULT gen_random_uuid(),
  task_id uuid NOT NULL,
  answers jsonb NOT NULL,
  PRIMARY KEY (company_id, submission_id),
  FOREIGN KEY (company_id, task_id) REFERENCES wf.tasks ON DELETE CASCADE
);
CREATE INDEX submissions_answers ON wf.submissions USING gin (answers jsonb_path_ops);

CREATE TABLE wf.approvals (
  company_id uuid NOT NULL,
  task_id uuid NOT NULL,
  approver_id uuid NOT NULL,
  verdict text NOT NULL,
  PRIMARY KEY (company_id, task_id, approver_id),
  FOREIGN KEY (company_id, task_id) REFERENCES wf.tasks ON DELETE CASCADE
);

-- Somebody who is away lets a colleague of the same company do the tasks.
CREATE TABLE wf.delegations (
  company_id uuid NOT NULL,
  from_user uuid NOT NULL,
  to_user uuid NOT NULL,
  PRIMARY KEY (company_id, from_user, to_user),
  FOREIGN KEY (company_id, to_user) REFERENCES wf.memberships
);

CREATE TABLE wf.notifications (
  company_id uuid NOT NULL REFERENCES wf.companies,
  notification_id uuid NOT NULL DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (company_id, notification_id)
);

CREATE TABLE wf.history (
  company_id uuid NOT NULL REFERENCES wf.companies,
  history_id uuid NOT NULL DEFAULT gen_random_uuid(),
  line text NOT NULL,
  PRIMARY KEY (company_id, history_id)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['companies', 'memberships', 'processes', 'tasks', 'submissions', 'approvals',
    'delegations', 'notifications', 'history']
  LOOP
    EXECUTE format('ALTER TABLE wf.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY r ON wf.%I FOR SELECT TO hf_workflow_app'
      ' USING (wf.in_company(company_id))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['processes', 'tasks', 'submissions', 'notifications', 'history']
  LOOP
    EXECUTE format('CREATE POLICY a ON wf.%I FOR INSERT TO hf_workflow_app'
      ' WITH CHECK (wf.in_company(company_id))', t);
    EXECUTE format('CREATE POLICY w ON wf.%I FOR UPDATE TO hf_workflow_app'
      ' USING (wf.in_company(company_id)) WITH CHECK (wf.in_company(company_id))', t);
    EXECUTE format('CREATE POLICY d ON wf.%I FOR DELETE TO hf_workflow_app'
      ' USING (wf.may_approve(company_id))', t);
  END LOOP;
END
$$;
CREATE POLICY a ON wf.delegations FOR INSERT TO hf_workflow_app
  WITH CHECK (wf.in_company(company_id) AND from_user = wf.current_user_id());
CREATE POLICY d ON wf.delegations FOR DELETE TO hf_workflow_app
  USING (wf.in_company(company_id) AND from_user = wf.current_user_id());

CREATE FUNCTION wf.approve(company uuid, task uuid, said text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  what text;
BEGIN
  IF wf.may_approve(company) IS NOT TRUE THEN
    RAISE EXCEPTION 'not an approver';
  END IF;
  UPDATE wf.tasks SET state = 'approved' WHERE company_id = company AND task_id = task
  RETURNING subject INTO what;
  INSERT INTO wf.approvals
  SELECT company, task, wf.current_user_id(), said WHERE what IS NOT NULL;
  RETURN what;
END
$$;

GRANT USAGE ON SCHEMA wf TO hf_workflow_app;
GRANT EXECUTE ON FUNCTION wf.current_user_id(), wf.in_company(uuid), wf.may_approve(uuid),
  wf.approve(uuid, uuid, text) TO hf_workflow_app;
GRANT SELECT ON wf.companies, wf.memberships, wf.approvals TO hf_workflow_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON wf.processes, wf.tasks, wf.submissions, wf.notifications
  TO hf_workflow_app;
GRANT SELECT, INSERT, DELETE ON wf.delegations TO hf_workflow_app;
GRANT SELECT, INSERT ON wf.history TO hf_workflow_app;
RESET ROLE;
