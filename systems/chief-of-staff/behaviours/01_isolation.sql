-- Two users in two workspaces. Whatever they try, neither sees or touches a row of the other.

INSERT INTO core.workspaces (id, name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs'),
  ('b0000000-0000-4000-8000-000000000001', 'Harbour Robotics');
INSERT INTO core.members (workspace_id, user_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner'),
  ('b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000011', 'owner');
INSERT INTO core.founders (id, workspace_id, user_id, display_name) VALUES
  ('a0000000-0000-4000-8000-000000000021', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000011', 'Ada'),
  ('b0000000-0000-4000-8000-000000000021', 'b0000000-0000-4000-8000-000000000001',
   'b0000000-0000-4000-8000-000000000011', 'Bruno');
INSERT INTO core.contacts (id, workspace_id, founder_id, name) VALUES
  ('a0000000-0000-4000-8000-000000000031', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'Contact of A'),
  ('b0000000-0000-4000-8000-000000000031', 'b0000000-0000-4000-8000-000000000001',
   'b0000000-0000-4000-8000-000000000021', 'Contact of B');

-- case: a user sees the rows of the own workspace only
-- guard: ALTER POLICY contacts_select_policy ON core.contacts USING (true)
-- guard: ALTER POLICY workspaces_select_policy ON core.workspaces USING (true)
-- guard: ALTER POLICY members_select_policy ON core.members USING (true)
-- guard: ALTER TABLE core.contacts DISABLE ROW LEVEL SECURITY
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: Contact of A
SELECT name FROM core.contacts;
-- expect: Saltmarsh Labs
SELECT name FROM core.workspaces;
-- expect: a0000000-0000-4000-8000-000000000011
SELECT user_id FROM core.members;
SELECT set_config('request.jwt.claims', '{"sub":"b0000000-0000-4000-8000-000000000011"}', true);
-- expect: Contact of B
SELECT name FROM core.contacts;

-- case: knowing the id of a row of another workspace does not help
-- guard: ALTER POLICY contacts_select_policy ON core.contacts USING (true)
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: none
SELECT name FROM core.contacts WHERE id = 'b0000000-0000-4000-8000-000000000031';

-- case: a row cannot be added to another workspace
-- guard: ALTER POLICY contacts_insert_policy ON core.contacts WITH CHECK (true)
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: error 42501 row-level security
INSERT INTO core.contacts (workspace_id, founder_id, name)
VALUES ('b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000021', 'Intruder');

-- case: a row of another workspace cannot be changed
-- guard: ALTER POLICY contacts_select_policy ON core.contacts USING (true);
--   ALTER POLICY contacts_update_policy ON core.contacts USING (true) WITH CHECK (true)
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: 0
UPDATE core.contacts SET name = 'Changed' WHERE id = 'b0000000-0000-4000-8000-000000000031';
RESET ROLE;
-- expect: Contact of B
SELECT name FROM core.contacts WHERE id = 'b0000000-0000-4000-8000-000000000031';

-- case: an UPDATE of all rows, without a condition, stays in the own workspace
-- guard: ALTER POLICY contacts_update_policy ON core.contacts USING (true) WITH CHECK (true)
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: 1
UPDATE core.contacts SET phone = '555-0100';

-- case: a row of another workspace cannot be deleted
-- guard: ALTER POLICY contacts_select_policy ON core.contacts USING (true);
--   ALTER POLICY contacts_delete_policy ON core.contacts USING (true)
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: 0
DELETE FROM core.contacts WHERE id = 'b0000000-0000-4000-8000-000000000031';
RESET ROLE;
-- expect: 2
SELECT count(*) FROM core.contacts;

-- case: a row cannot be moved into another workspace
-- guard: ALTER POLICY contacts_update_policy ON core.contacts WITH CHECK (true)
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: error 42501 row-level security
UPDATE core.contacts
SET workspace_id = 'b0000000-0000-4000-8000-000000000001',
    founder_id = 'b0000000-0000-4000-8000-000000000021';

-- case: ON CONFLICT DO UPDATE does not reach a row of another workspace
-- guard: ALTER POLICY contacts_select_policy ON core.contacts USING (true);
--   ALTER POLICY contacts_update_policy ON core.contacts USING (true) WITH CHECK (true)
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: error 42501 row-level security
INSERT INTO core.contacts (id, workspace_id, founder_id, name)
VALUES ('b0000000-0000-4000-8000-000000000031', 'a0000000-0000-4000-8000-000000000001',
        'a0000000-0000-4000-8000-000000000021', 'Taken over')
ON CONFLICT (id) DO UPDATE SET name = excluded.name;

-- case: without a user no row is seen and none is written
-- guard: ALTER POLICY contacts_select_policy ON core.contacts USING (true)
-- guard: ALTER POLICY contacts_insert_policy ON core.contacts WITH CHECK (true)
-- guard: ALTER POLICY workspaces_insert_policy ON core.workspaces WITH CHECK (true)
SET LOCAL ROLE authenticated;
-- expect: 0
SELECT count(*) FROM core.contacts;
-- expect: error 42501
INSERT INTO core.contacts (workspace_id, founder_id, name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'Nobody');
-- expect: error 42501
INSERT INTO core.workspaces (name) VALUES ('Nobody''s');

-- case: claims that name no valid user count as no user, without an error
-- guard: CREATE OR REPLACE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS
--   'SELECT (nullif(current_setting(''request.jwt.claims'', true), '''')::jsonb ->> ''sub'')::uuid'
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"not a uuid"}', true);
-- expect: 0
SELECT count(*) FROM core.contacts;
SELECT set_config('request.jwt.claims', 'not json', true);
-- expect: 0
SELECT count(*) FROM core.contacts;
SELECT set_config('request.jwt.claims', '', true);
-- expect: 0
SELECT count(*) FROM core.contacts;
SELECT set_config('request.jwt.claims', '{"role":"authenticated"}', true);
-- expect: 0
SELECT count(*) FROM core.contacts;

-- case: the user may also come in the setting request.jwt.claim.sub, which then decides
-- guard: CREATE OR REPLACE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS
--   'SELECT (nullif(current_setting(''request.jwt.claims'', true), '''')::jsonb ->> ''sub'')::uuid'
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
SELECT set_config('request.jwt.claim.sub', 'b0000000-0000-4000-8000-000000000011', true);
-- expect: Contact of B
SELECT name FROM core.contacts;

-- case: a user without a membership sees nothing
-- guard: CREATE OR REPLACE FUNCTION auth.user_workspaces() RETURNS SETOF uuid LANGUAGE sql STABLE
--   SECURITY DEFINER SET search_path = '' AS 'SELECT workspace_id FROM core.members'
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"c0000000-0000-4000-8000-000000000011"}', true);
-- expect: 0
SELECT (SELECT count(*) FROM core.workspaces) + (SELECT count(*) FROM core.members)
  + (SELECT count(*) FROM core.founders) + (SELECT count(*) FROM core.contacts);

-- case: a user in both workspaces sees both, and nothing any more after leaving
-- guard: CREATE OR REPLACE FUNCTION auth.user_workspaces() RETURNS SETOF uuid LANGUAGE sql STABLE
--   SECURITY DEFINER SET search_path = '' AS
--   'SELECT workspace_id FROM core.members WHERE user_id = auth.uid() LIMIT 1'
-- guard: ALTER POLICY contacts_select_policy ON core.contacts USING (true)
INSERT INTO core.members (workspace_id, user_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000011'),
  ('b0000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000011');
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"c0000000-0000-4000-8000-000000000011"}', true);
-- expect: 2
SELECT count(*) FROM core.contacts;
RESET ROLE;
DELETE FROM core.members WHERE user_id = 'c0000000-0000-4000-8000-000000000011';
SET LOCAL ROLE authenticated;
-- expect: 0
SELECT count(*) FROM core.contacts;

-- case: row security cannot be switched off by who is bound by it
-- guard: ALTER TABLE core.contacts DISABLE ROW LEVEL SECURITY
SET LOCAL ROLE authenticated;
SET LOCAL row_security = off;
-- expect: error 42501 row-level security
SELECT count(*) FROM core.contacts;

-- case: the owner of the tables is bound by row security too
-- guard: ALTER TABLE core.contacts NO FORCE ROW LEVEL SECURITY
SET LOCAL ROLE cos_owner;
-- expect: 0
SELECT count(*) FROM core.contacts;

-- case: service_role works in all workspaces
-- guard: DROP POLICY contacts_service_policy ON core.contacts
SET LOCAL ROLE service_role;
-- expect: 2
SELECT count(*) FROM core.contacts;
-- expect: 2
UPDATE core.contacts SET phone = '555-0100';

-- case: nobody's row can refer to a row of another workspace, not even one that service_role writes
-- guard: ALTER TABLE core.contacts DROP CONSTRAINT contacts_workspace_id_founder_id_fkey
SET LOCAL ROLE service_role;
-- expect: error 23503
INSERT INTO core.contacts (workspace_id, founder_id, name)
VALUES ('a0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000021', 'Crossed');
