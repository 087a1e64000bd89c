-- What each role may do in its own workspace: owner, admin, member, viewer and service. Every one of them is
-- a founder too, so that what a viewer may not do does not hang on that.

INSERT INTO core.workspaces (id, name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs');
INSERT INTO core.members (id, workspace_id, user_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000041', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000011', 'owner'),
  ('a0000000-0000-4000-8000-000000000042', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000012', 'admin'),
  ('a0000000-0000-4000-8000-000000000043', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000013', 'member'),
  ('a0000000-0000-4000-8000-000000000044', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000014', 'viewer'),
  ('a0000000-0000-4000-8000-000000000045', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000015', 'service');
INSERT INTO core.founders (id, workspace_id, user_id, display_name) VALUES
  ('a0000000-0000-4000-8000-000000000021', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000011', 'owner'),
  ('a0000000-0000-4000-8000-000000000022', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000012', 'admin'),
  ('a0000000-0000-4000-8000-000000000023', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000013', 'member'),
  ('a0000000-0000-4000-8000-000000000024', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000014', 'viewer'),
  ('a0000000-0000-4000-8000-000000000025', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000015', 'service');
-- One of each for every founder.
INSERT INTO core.contacts (workspace_id, founder_id, name)
SELECT workspace_id, id, 'Contact of ' || display_name FROM core.founders;
INSERT INTO core.integrations (workspace_id, founder_id, platform)
SELECT workspace_id, id, 'gmail' FROM core.founders;
INSERT INTO core.integrations (workspace_id, platform)
VALUES ('a0000000-0000-4000-8000-000000000001', 'slack');
INSERT INTO comms.communications (workspace_id, founder_id, platform, source)
SELECT workspace_id, id, 'gmail', 'email' FROM core.founders;
INSERT INTO work.tasks (workspace_id, founder_id, title)
SELECT workspace_id, id, 'Task of ' || display_name FROM core.founders;
INSERT INTO core.service_accounts (workspace_id, name, key_hash)
VALUES ('a0000000-0000-4000-8000-000000000001', 'Importer', repeat('0', 64));

CREATE FUNCTION pg_temp.sign_in(user_id text) RETURNS void LANGUAGE sql AS $func$
  SELECT set_config('request.jwt.claims', jsonb_build_object('sub', user_id)::text, true),
    set_config('role', 'authenticated', true)
$func$;

-- case: every role reads all of the workspace
-- guard: ALTER POLICY tasks_select_policy ON work.tasks USING (
--   EXISTS (SELECT FROM core.founders AS f WHERE f.id = founder_id AND f.user_id = auth.uid()))
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000014');
-- expect: 5
SELECT count(*) FROM work.tasks;
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000015');
-- expect: 5
SELECT count(*) FROM work.tasks;

-- case: a viewer writes nothing, not even as a founder
-- guard: ALTER POLICY contacts_insert_policy ON core.contacts WITH CHECK (
--   founder_id = auth.get_founder_id(workspace_id))
-- guard: ALTER POLICY tasks_insert_policy ON work.tasks WITH CHECK (
--   founder_id = auth.get_founder_id(workspace_id))
-- guard: ALTER POLICY tasks_update_policy ON work.tasks USING (
--   founder_id = auth.get_founder_id(workspace_id)) WITH CHECK (true)
-- guard: ALTER POLICY tasks_delete_policy ON work.tasks USING (
--   founder_id = auth.get_founder_id(workspace_id))
-- guard: ALTER POLICY founders_update_policy ON core.founders USING (user_id = auth.uid()) WITH CHECK (true)
-- guard: ALTER POLICY events_insert_policy ON ops.events WITH CHECK (
--   workspace_id IN (SELECT auth.user_workspaces()))
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000014');
-- expect: error 42501
INSERT INTO core.contacts (workspace_id, founder_id, name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000024', 'New');
-- expect: error 42501
INSERT INTO work.tasks (workspace_id, founder_id, title)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000024', 'New');
-- expect: 0
UPDATE work.tasks SET title = 'Changed';
-- expect: 0
DELETE FROM work.tasks;
-- expect: 0
UPDATE core.founders SET timezone = 'Europe/Lisbon';
-- expect: error 42501
INSERT INTO ops.events (workspace_id, actor_type, event_type, payload)
VALUES ('a0000000-0000-4000-8000-000000000001', 'user', 'task.viewed', '{}');

-- case: a viewer does not write the tables below a parent either
-- guard: ALTER POLICY attachments_insert_policy ON comms.attachments WITH CHECK (
--   workspace_id IN (SELECT auth.user_workspaces()))
-- guard: CREATE OR REPLACE FUNCTION auth.has_workspace_role(workspace uuid, required core.role_type)
--   RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
--   'SELECT EXISTS (SELECT FROM core.members WHERE workspace_id = workspace AND user_id = auth.uid())'
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000014');
-- expect: error 42501
INSERT INTO comms.attachments (workspace_id, communication_id, filename, storage_uri)
SELECT workspace_id, id, 'plan.pdf', 'store://plan.pdf' FROM comms.communications LIMIT 1;
-- expect: error 42501
INSERT INTO work.task_links (workspace_id, task_id, platform, external_id)
SELECT workspace_id, id, 'monday', 'item-1' FROM work.tasks LIMIT 1;

-- case: a member writes the data of the own founder
-- guard: DROP POLICY contacts_insert_policy ON core.contacts
-- guard: DROP POLICY tasks_update_policy ON work.tasks
-- guard: DROP POLICY tasks_delete_policy ON work.tasks
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000013');
-- expect: 1
INSERT INTO core.contacts (workspace_id, founder_id, name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000023', 'New');
-- expect: 1
UPDATE work.tasks SET title = 'Changed' WHERE founder_id = 'a0000000-0000-4000-8000-000000000023';
-- expect: 1
DELETE FROM work.tasks WHERE founder_id = 'a0000000-0000-4000-8000-000000000023';

-- case: a member does not write the data of another founder
-- guard: ALTER POLICY contacts_insert_policy ON core.contacts WITH CHECK (
--   auth.has_workspace_role(workspace_id, 'member'))
-- guard: ALTER POLICY tasks_insert_policy ON work.tasks WITH CHECK (
--   auth.has_workspace_role(workspace_id, 'member'))
-- guard: ALTER POLICY tasks_update_policy ON work.tasks USING (
--   auth.has_workspace_role(workspace_id, 'member')) WITH CHECK (true)
-- guard: ALTER POLICY tasks_delete_policy ON work.tasks USING (
--   auth.has_workspace_role(workspace_id, 'member'))
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000013');
-- expect: error 42501
INSERT INTO core.contacts (workspace_id, founder_id, name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000022', 'New');
-- expect: error 42501
INSERT INTO work.tasks (workspace_id, founder_id, title)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000022', 'New');
-- expect: 1
UPDATE work.tasks SET title = 'Changed';
-- expect: 1
DELETE FROM work.tasks;

-- case: a member cannot hand a row to another founder
-- guard: ALTER POLICY tasks_update_policy ON work.tasks WITH CHECK (true)
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000013');
-- expect: error 42501
UPDATE work.tasks SET founder_id = 'a0000000-0000-4000-8000-000000000022'
WHERE founder_id = 'a0000000-0000-4000-8000-000000000023';

-- case: an admin changes and deletes the data of all founders, and adds contacts for them
-- guard: ALTER POLICY contacts_insert_policy ON core.contacts WITH CHECK (
--   founder_id = auth.get_founder_id(workspace_id))
-- guard: ALTER POLICY tasks_update_policy ON work.tasks USING (
--   founder_id = auth.get_founder_id(workspace_id))
-- guard: ALTER POLICY tasks_delete_policy ON work.tasks USING (
--   founder_id = auth.get_founder_id(workspace_id))
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000012');
-- expect: 1
INSERT INTO core.contacts (workspace_id, founder_id, name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000023', 'New');
-- expect: 5
UPDATE work.tasks SET priority = 'high';
-- expect: 5
DELETE FROM work.tasks;

-- case: even an admin adds tasks, messages and insights only in the own name
-- guard: ALTER POLICY tasks_insert_policy ON work.tasks WITH CHECK (auth.is_workspace_admin(workspace_id))
-- guard: ALTER POLICY insights_insert_policy ON intel.insights
--   WITH CHECK (auth.is_workspace_admin(workspace_id))
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000012');
-- expect: error 42501
INSERT INTO work.tasks (workspace_id, founder_id, title)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000023', 'New');
-- expect: error 42501
INSERT INTO intel.insights (workspace_id, founder_id, insight_type, content)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000023', 'risk', '{}');
-- expect: 1
INSERT INTO work.tasks (workspace_id, founder_id, title)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000022', 'New');

-- case: the rank of a member is enough for the tables below a parent, whoever's the parent is
-- guard: ALTER POLICY attachments_insert_policy ON comms.attachments
--   WITH CHECK (auth.is_workspace_admin(workspace_id))
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000013');
-- expect: 5
INSERT INTO comms.attachments (workspace_id, communication_id, filename, storage_uri)
SELECT workspace_id, id, 'plan.pdf', 'store://plan.pdf' FROM comms.communications;

-- case: a service account ranks as a member, not higher
-- guard: CREATE OR REPLACE FUNCTION auth.has_workspace_role(workspace uuid, required core.role_type)
--   RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
--   'SELECT EXISTS (SELECT FROM core.members WHERE workspace_id = workspace AND user_id = auth.uid()
--     AND role <= required)'
-- guard: CREATE OR REPLACE FUNCTION auth.has_workspace_role(workspace uuid, required core.role_type)
--   RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
--   'SELECT EXISTS (SELECT FROM core.members WHERE workspace_id = workspace AND user_id = auth.uid())'
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000015');
-- expect: 1
INSERT INTO ops.events (workspace_id, actor_type, event_type, payload)
VALUES ('a0000000-0000-4000-8000-000000000001', 'integration', 'mail.imported', '{}');
-- expect: 1
UPDATE work.tasks SET title = 'Changed';
-- expect: error 42501
INSERT INTO core.members (workspace_id, user_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000019');

-- case: a member adds an integration for the whole workspace but only an admin changes it
-- guard: ALTER POLICY integrations_insert_policy ON core.integrations WITH CHECK (
--   founder_id = auth.get_founder_id(workspace_id))
-- guard: ALTER POLICY integrations_update_policy ON core.integrations USING (
--   auth.has_workspace_role(workspace_id, 'member')) WITH CHECK (true)
-- guard: ALTER POLICY integrations_update_policy ON core.integrations USING (
--   founder_id = auth.get_founder_id(workspace_id))
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000013');
-- expect: 1
INSERT INTO core.integrations (workspace_id, platform)
VALUES ('a0000000-0000-4000-8000-000000000001', 'notion');
-- expect: 1
UPDATE core.integrations SET status = 'error';
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000012');
-- expect: 7
UPDATE core.integrations SET status = 'revoked';

-- case: only admins write sync runs and embedding jobs, all members read them
-- guard: ALTER POLICY integration_syncs_insert_policy ON core.integration_syncs WITH CHECK (
--   auth.has_workspace_role(workspace_id, 'member'))
-- guard: ALTER POLICY embedding_jobs_insert_policy ON ops.embedding_jobs WITH CHECK (
--   auth.has_workspace_role(workspace_id, 'member'))
-- guard: ALTER POLICY embedding_jobs_select_policy ON ops.embedding_jobs USING (
--   auth.is_workspace_admin(workspace_id))
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000013');
-- expect: error 42501
INSERT INTO core.integration_syncs (workspace_id, integration_id)
SELECT workspace_id, id FROM core.integrations LIMIT 1;
-- expect: error 42501
INSERT INTO ops.embedding_jobs (workspace_id, target_table, target_id)
SELECT workspace_id, 'core.contacts', id FROM core.contacts LIMIT 1;
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000012');
-- expect: 5
INSERT INTO ops.embedding_jobs (workspace_id, target_table, target_id)
SELECT workspace_id, 'core.contacts', id FROM core.contacts;
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000014');
-- expect: 5
SELECT count(*) FROM ops.embedding_jobs;

-- case: service accounts are seen by admins and written by owners
-- guard: ALTER POLICY service_accounts_select_policy ON core.service_accounts USING (
--   auth.has_workspace_role(workspace_id, 'member'))
-- guard: ALTER POLICY service_accounts_update_policy ON core.service_accounts USING (
--   auth.is_workspace_admin(workspace_id))
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000013');
-- expect: 0
SELECT count(*) FROM core.service_accounts;
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000012');
-- expect: 1
SELECT count(*) FROM core.service_accounts;
-- expect: 0
UPDATE core.service_accounts SET is_active = false;
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000011');
-- expect: 1
UPDATE core.service_accounts SET is_active = false;

-- case: an admin adds a founder, a member changes the own row, only an owner deletes one
-- guard: ALTER POLICY founders_insert_policy ON core.founders WITH CHECK (
--   auth.has_workspace_role(workspace_id, 'member'))
-- guard: ALTER POLICY founders_update_policy ON core.founders USING (
--   auth.has_workspace_role(workspace_id, 'member')) WITH CHECK (true)
-- guard: ALTER POLICY founders_delete_policy ON core.founders USING (auth.is_workspace_admin(workspace_id))
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000013');
-- expect: error 42501
INSERT INTO core.founders (workspace_id, user_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000019');
-- expect: 1
UPDATE core.founders SET timezone = 'Europe/Lisbon';
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000012');
-- expect: 1
INSERT INTO core.founders (workspace_id, user_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000019');
-- expect: 0
DELETE FROM core.founders WHERE user_id = 'a0000000-0000-4000-8000-000000000019';
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000011');
-- expect: 1
DELETE FROM core.founders WHERE user_id = 'a0000000-0000-4000-8000-000000000019';

-- case: only the owner renames or deletes the workspace
-- guard: ALTER POLICY workspaces_update_policy ON core.workspaces USING (auth.is_workspace_admin(id))
-- guard: ALTER POLICY workspaces_delete_policy ON core.workspaces USING (auth.is_workspace_admin(id))
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000012');
-- expect: 0
UPDATE core.workspaces SET name = 'Renamed';
-- expect: 0
DELETE FROM core.workspaces;
-- expect: Saltmarsh Labs
SELECT name FROM core.workspaces;
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000011');
-- expect: 1
UPDATE core.workspaces SET name = 'Renamed';

-- case: members are added by admins and removed by owners
-- guard: ALTER POLICY members_insert_policy ON core.members WITH CHECK (
--   auth.has_workspace_role(workspace_id, 'member'))
-- guard: ALTER POLICY members_delete_policy ON core.members USING (auth.is_workspace_admin(workspace_id))
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000013');
-- expect: error 42501
INSERT INTO core.members (workspace_id, user_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000019');
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000012');
-- expect: 1
INSERT INTO core.members (workspace_id, user_id)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000019');
-- expect: 0
DELETE FROM core.members WHERE user_id = 'a0000000-0000-4000-8000-000000000019';
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000011');
-- expect: 1
DELETE FROM core.members WHERE user_id = 'a0000000-0000-4000-8000-000000000019';

-- case: nobody raises the own role
-- guard: ALTER POLICY members_update_policy ON core.members USING (
--   auth.has_workspace_role(workspace_id, 'member')) WITH CHECK (true)
-- guard: ALTER POLICY members_update_policy ON core.members USING (
--   auth.is_workspace_admin(workspace_id)) WITH CHECK (true);
--   DROP TRIGGER guard_members ON core.members
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000013');
-- expect: 0
UPDATE core.members SET role = 'admin' WHERE user_id = 'a0000000-0000-4000-8000-000000000013';
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000012');
-- expect: error 42501
UPDATE core.members SET role = 'owner' WHERE user_id = 'a0000000-0000-4000-8000-000000000012';

-- case: a founder who is no member any more neither reads nor writes
-- guard: ALTER POLICY tasks_select_policy ON work.tasks USING (
--   founder_id = auth.get_founder_id(workspace_id) OR workspace_id IN (SELECT auth.user_workspaces()))
-- guard: ALTER POLICY tasks_insert_policy ON work.tasks WITH CHECK (
--   founder_id = auth.get_founder_id(workspace_id))
DELETE FROM core.members WHERE user_id = 'a0000000-0000-4000-8000-000000000013';
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000013');
-- expect: 0
SELECT count(*) FROM work.tasks;
-- expect: error 42501
INSERT INTO work.tasks (workspace_id, founder_id, title)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000023', 'New');

-- case: the helpers say who the user is
-- guard: CREATE OR REPLACE FUNCTION auth.is_workspace_admin(workspace uuid) RETURNS boolean LANGUAGE sql
--   STABLE SECURITY DEFINER SET search_path = '' AS 'SELECT auth.has_workspace_role(workspace, ''member'')'
-- guard: CREATE OR REPLACE FUNCTION auth.is_founder(workspace uuid) RETURNS boolean LANGUAGE sql STABLE
--   SECURITY DEFINER SET search_path = '' AS 'SELECT false'
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000013');
-- expect: rows
--   t | t | f | f | t | a0000000-0000-4000-8000-000000000023 | 1
SELECT
  auth.has_workspace_role(w.id, 'viewer'), auth.has_workspace_role(w.id, 'member'),
  auth.has_workspace_role(w.id, 'admin'), auth.is_workspace_admin(w.id),
  auth.is_founder(w.id), auth.get_founder_id(w.id), (SELECT count(*) FROM auth.user_workspaces())
FROM core.workspaces AS w;
