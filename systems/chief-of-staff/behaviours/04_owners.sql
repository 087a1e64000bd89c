-- How a workspace begins, and how it keeps an owner until it ends.

CREATE FUNCTION pg_temp.sign_in(user_id text) RETURNS void LANGUAGE sql AS $func$
  SELECT set_config('request.jwt.claims', jsonb_build_object('sub', user_id)::text, true),
    set_config('role', 'authenticated', true)
$func$;

-- case: a user creates a workspace, becomes its owner and sees it, each with RETURNING
-- guard: ALTER POLICY workspaces_select_policy ON core.workspaces USING (
--   id IN (SELECT auth.user_workspaces()))
-- guard: ALTER TABLE core.workspaces ALTER COLUMN created_by DROP DEFAULT
-- guard: CREATE OR REPLACE FUNCTION auth.has_workspace_role(workspace uuid, required core.role_type)
--   RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
--   'SELECT EXISTS (SELECT FROM core.members WHERE workspace_id = workspace AND user_id = auth.uid())'
-- guard: ALTER POLICY members_select_policy ON core.members USING (
--   workspace_id IN (SELECT auth.user_workspaces()))
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000011');
-- expect: a0000000-0000-4000-8000-000000000011
INSERT INTO core.workspaces (id, name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs') RETURNING created_by;
-- expect: owner
INSERT INTO core.members (workspace_id, user_id, role)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner')
RETURNING role;
-- expect: Saltmarsh Labs
SELECT name FROM core.workspaces;

-- case: a workspace cannot be created in the name of somebody else
-- guard: ALTER POLICY workspaces_insert_policy ON core.workspaces WITH CHECK (true)
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000011');
-- expect: error 42501
INSERT INTO core.workspaces (name, created_by) VALUES ('Trap', 'b0000000-0000-4000-8000-000000000011');

-- case: a workspace without members belongs to its creator alone
-- guard: ALTER POLICY members_insert_policy ON core.members WITH CHECK (true);
--   DROP TRIGGER guard_members ON core.members
-- guard: ALTER POLICY workspaces_select_policy ON core.workspaces USING (bootstrapped_at IS NULL)
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000011');
INSERT INTO core.workspaces (id, name) VALUES ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs');
SELECT pg_temp.sign_in('b0000000-0000-4000-8000-000000000011');
-- expect: 0
SELECT count(*) FROM core.workspaces;
-- expect: error 42501
INSERT INTO core.members (workspace_id, user_id, role)
VALUES ('a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000011', 'owner');

-- case: with the first member the creator's right ends
-- guard: DROP TRIGGER mark_bootstrapped ON core.members
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000011');
INSERT INTO core.workspaces (id, name) VALUES ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs');
INSERT INTO core.members (workspace_id, user_id, role)
VALUES ('a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000011', 'owner');
-- expect: 0
SELECT count(*) FROM core.workspaces;
-- expect: f
SELECT auth.has_workspace_role('a0000000-0000-4000-8000-000000000001', 'viewer');
-- expect: error 42501
INSERT INTO core.members (workspace_id, user_id, role)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner');

-- case: the stamp and the creator cannot be changed to open that door again
-- guard: DROP TRIGGER keep_bootstrapped ON core.workspaces
INSERT INTO core.workspaces (id, name, created_by) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs', 'a0000000-0000-4000-8000-000000000011');
INSERT INTO core.members (workspace_id, user_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner');
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000011');
UPDATE core.workspaces SET bootstrapped_at = NULL, created_by = 'b0000000-0000-4000-8000-000000000011';
-- expect: rows
--   t | a0000000-0000-4000-8000-000000000011
SELECT bootstrapped_at IS NOT NULL, created_by FROM core.workspaces;

-- case: the last owner cannot leave
-- guard: DROP TRIGGER guard_members ON core.members
INSERT INTO core.workspaces (id, name) VALUES ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs');
INSERT INTO core.members (workspace_id, user_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000012', 'admin');
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000011');
-- expect: error 23001 last owner
DELETE FROM core.members WHERE user_id = 'a0000000-0000-4000-8000-000000000011';
-- expect: error 23001 last owner
UPDATE core.members SET role = 'admin' WHERE user_id = 'a0000000-0000-4000-8000-000000000011';

-- case: nor be taken away by service_role or a superuser
-- guard: DROP TRIGGER guard_members ON core.members
INSERT INTO core.workspaces (id, name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs'),
  ('b0000000-0000-4000-8000-000000000001', 'Harbour Robotics');
INSERT INTO core.members (workspace_id, user_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner');
-- expect: error 23001 last owner
DELETE FROM core.members;
SET LOCAL ROLE service_role;
-- expect: error 23001 last owner
DELETE FROM core.members;
-- expect: error 23001 last owner
UPDATE core.members SET workspace_id = 'b0000000-0000-4000-8000-000000000001';

-- case: two owners cannot be removed by one statement
-- guard: DROP TRIGGER guard_members ON core.members
INSERT INTO core.workspaces (id, name) VALUES ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs');
INSERT INTO core.members (workspace_id, user_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000012', 'owner');
-- expect: error 23001 last owner
DELETE FROM core.members;

-- case: an owner may leave when there is another
-- guard: ALTER POLICY members_delete_policy ON core.members USING (false)
INSERT INTO core.workspaces (id, name) VALUES ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs');
INSERT INTO core.members (workspace_id, user_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000012', 'owner');
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000011');
-- expect: 1
DELETE FROM core.members WHERE user_id = 'a0000000-0000-4000-8000-000000000011';

-- case: an admin neither makes, changes nor removes an owner
-- guard: ALTER POLICY members_insert_policy ON core.members WITH CHECK (true);
--   ALTER POLICY members_update_policy ON core.members USING (true) WITH CHECK (true);
--   DROP TRIGGER guard_members ON core.members
INSERT INTO core.workspaces (id, name) VALUES ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs');
INSERT INTO core.members (workspace_id, user_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000012', 'admin'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000013', 'owner');
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000012');
-- expect: error 42501
INSERT INTO core.members (workspace_id, user_id, role)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000019', 'owner');
-- expect: 0
UPDATE core.members SET role = 'viewer' WHERE user_id = 'a0000000-0000-4000-8000-000000000013';
-- expect: 0
DELETE FROM core.members WHERE user_id = 'a0000000-0000-4000-8000-000000000013';

-- The same with the policies wide open: the trigger alone.
-- case: the guard of owners does not rely on the policies
-- guard: DROP TRIGGER guard_members ON core.members
INSERT INTO core.workspaces (id, name) VALUES ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs');
INSERT INTO core.members (workspace_id, user_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000012', 'admin'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000013', 'owner');
ALTER TABLE core.members DISABLE ROW LEVEL SECURITY;
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000012');
-- expect: error 42501 only an owner
INSERT INTO core.members (workspace_id, user_id, role)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000019', 'owner');
-- expect: error 42501 only an owner
UPDATE core.members SET role = 'viewer' WHERE user_id = 'a0000000-0000-4000-8000-000000000013';
-- expect: error 42501 only an owner
UPDATE core.members SET role = 'owner' WHERE user_id = 'a0000000-0000-4000-8000-000000000012';
-- expect: error 42501 only an owner
DELETE FROM core.members WHERE user_id = 'a0000000-0000-4000-8000-000000000013';

-- case: the owner deletes the workspace, last owner and log included
-- guard: ALTER POLICY workspaces_delete_policy ON core.workspaces USING (false)
-- guard: CREATE OR REPLACE FUNCTION ops.guard_append_only() RETURNS trigger LANGUAGE plpgsql AS
--   'BEGIN RAISE EXCEPTION USING ERRCODE = ''restrict_violation''; END'
INSERT INTO core.workspaces (id, name) VALUES ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs');
INSERT INTO core.members (workspace_id, user_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner');
INSERT INTO ops.events (workspace_id, actor_type, event_type, payload) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'user', 'workspace.created', '{}');
SELECT pg_temp.sign_in('a0000000-0000-4000-8000-000000000011');
-- expect: 1
DELETE FROM core.workspaces WHERE id = 'a0000000-0000-4000-8000-000000000001';
RESET ROLE;
-- expect: 0
SELECT (SELECT count(*) FROM core.members) + (SELECT count(*) FROM ops.events);
