-- The three views show what they promise, of the caller's workspaces, and nobody has a right too many.

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

-- case: messages to be answered come with thread and contact, the urgent first
-- guard: CREATE OR REPLACE VIEW comms.v_pending_followups WITH (security_invoker = true) AS
--   SELECT c.id, c.workspace_id, c.founder_id, c.thread_id, c.platform, c.source, c.sender, c.sender_email,
--     c.subject, c.snippet, c.urgency, c.received_at, c.read_at, NULL::text AS thread_subject,
--     NULL::text AS contact_name, NULL::text AS contact_company FROM comms.communications AS c
--   ORDER BY c.received_at DESC
INSERT INTO core.contacts (workspace_id, founder_id, name, company, email) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'Iris Vale', 'Vale Capital', 'Iris@example.com');
INSERT INTO comms.threads (workspace_id, id, founder_id, platform, subject) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000041', 'a0000000-0000-4000-8000-000000000021', 'gmail', 'Round A');
INSERT INTO comms.communications (
  workspace_id, founder_id, platform, source, subject, sender_email, followup_needed, urgency, received_at
) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'gmail', 'email', 'Later', 'tom@example.com', true, 'low', now()),
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'gmail', 'email', 'Older', 'iris@example.com', true, 'urgent',
   now() - interval '2 days'),
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'gmail', 'email', 'Newer', 'tom@example.com', true, 'urgent',
   now() - interval '1 day'),
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'gmail', 'email', 'Done', 'tom@example.com', false, 'urgent',
   now());
UPDATE comms.communications SET thread_id = 'a0000000-0000-4000-8000-000000000041' WHERE subject = 'Older';
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: rows
--   Newer | - | -
--   Older | Round A | Iris Vale
--   Later | - | -
SELECT subject, coalesce(thread_subject, '-'), coalesce(contact_name, '-') FROM comms.v_pending_followups;

-- case: tasks due soon are open ones of the next 72 hours
-- guard: CREATE OR REPLACE VIEW work.v_tasks_due_soon WITH (security_invoker = true) AS
--   SELECT t.id, t.workspace_id, t.founder_id, t.project_id, t.title, t.description, t.platform, t.priority,
--     t.status, t.due_date, t.assignee, t.tags, NULL::text AS founder_name, 0.0 AS hours_left
--   FROM work.tasks AS t
INSERT INTO work.tasks (workspace_id, founder_id, title, status, due_date) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'In two days', 'todo', now() + interval '48 hours'),
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'Tomorrow', 'in_progress', now() + interval '24 hours'),
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'Next week', 'todo', now() + interval '7 days'),
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'Overdue', 'todo', now() - interval '1 hour'),
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'Done', 'done', now() + interval '1 hour'),
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'Blocked', 'blocked', now() + interval '1 hour');
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: rows
--   Tomorrow | Ada | 24.0
--   In two days | Ada | 48.0
SELECT title, founder_name, hours_left FROM work.v_tasks_due_soon;

-- case: upcoming meetings are those of the next 24 hours, with each participant's name once
-- guard: CREATE OR REPLACE VIEW meetings.v_upcoming_meetings WITH (security_invoker = true) AS
--   SELECT m.id, m.workspace_id, m.founder_id, m.platform, m.title, m.agenda, m.start_time, m.end_time,
--     m.duration_mins, m.location_url, NULL::text AS founder_name, NULL::text[] AS participant_names,
--     0::bigint AS participant_count FROM meetings.meetings AS m
INSERT INTO meetings.meetings (workspace_id, id, founder_id, platform, title, start_time) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000061', 'a0000000-0000-4000-8000-000000000021', 'zoom', 'Board',
   now() + interval '3 hours'),
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000062', 'a0000000-0000-4000-8000-000000000021', 'zoom', 'Next week',
   now() + interval '7 days'),
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000063', 'a0000000-0000-4000-8000-000000000021', 'zoom', 'Past',
   now() - interval '1 hour');
INSERT INTO meetings.meeting_participants (workspace_id, meeting_id, name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000061', 'Iris'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000061', 'Iris'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000061', 'Bo');
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: rows
--   Board | Ada | {Bo,Iris} | 3
SELECT title, founder_name, participant_names, participant_count FROM meetings.v_upcoming_meetings;

-- case: the views show nothing of another workspace
-- guard: ALTER VIEW comms.v_pending_followups SET (security_invoker = false);
--   ALTER TABLE comms.communications NO FORCE ROW LEVEL SECURITY
-- guard: ALTER VIEW work.v_tasks_due_soon SET (security_invoker = false);
--   ALTER TABLE work.tasks NO FORCE ROW LEVEL SECURITY
-- guard: ALTER VIEW meetings.v_upcoming_meetings SET (security_invoker = false);
--   ALTER TABLE meetings.meetings NO FORCE ROW LEVEL SECURITY
-- guard: ALTER POLICY tasks_select_policy ON work.tasks USING (true);
--   ALTER POLICY founders_select_policy ON core.founders USING (true)
INSERT INTO comms.communications (workspace_id, founder_id, platform, source, followup_needed)
SELECT workspace_id, id, 'gmail', 'email', true FROM core.founders;
INSERT INTO work.tasks (workspace_id, founder_id, title, due_date)
SELECT workspace_id, id, 'Send the plan', now() + interval '1 hour' FROM core.founders;
INSERT INTO meetings.meetings (workspace_id, founder_id, platform, start_time)
SELECT workspace_id, id, 'zoom', now() + interval '1 hour' FROM core.founders;
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: rows
--   1 | 1 | 1
SELECT
  (SELECT count(*) FROM comms.v_pending_followups), (SELECT count(*) FROM work.v_tasks_due_soon),
  (SELECT count(*) FROM meetings.v_upcoming_meetings);
SELECT set_config('request.jwt.claims', '', true);
-- expect: rows
--   0 | 0 | 0
SELECT
  (SELECT count(*) FROM comms.v_pending_followups), (SELECT count(*) FROM work.v_tasks_due_soon),
  (SELECT count(*) FROM meetings.v_upcoming_meetings);

-- case: the name of a contact is not taken from another workspace
-- guard: CREATE OR REPLACE VIEW comms.v_pending_followups WITH (security_invoker = true) AS
--   SELECT c.id, c.workspace_id, c.founder_id, c.thread_id, c.platform, c.source, c.sender, c.sender_email,
--     c.subject, c.snippet, c.urgency, c.received_at, c.read_at, NULL::text AS thread_subject,
--     k.name AS contact_name, k.company AS contact_company FROM comms.communications AS c
--   LEFT JOIN core.contacts AS k ON k.email = c.sender_email
-- One user in both workspaces: row security alone would let the match through.
INSERT INTO core.members (workspace_id, user_id)
VALUES ('b0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011');
INSERT INTO core.contacts (workspace_id, founder_id, name, email) VALUES
  ('b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000021', 'Iris Vale',
   'iris@example.com');
INSERT INTO comms.communications (
  workspace_id, founder_id, platform, source, sender_email, followup_needed
) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'gmail', 'email', 'iris@example.com', true);
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: t
SELECT contact_name IS NULL FROM comms.v_pending_followups;

-- case: anon reaches no view and no function
-- guard: GRANT USAGE ON SCHEMA work TO anon; GRANT SELECT ON work.v_tasks_due_soon TO anon;
--   ALTER VIEW work.v_tasks_due_soon SET (security_invoker = false)
-- guard: GRANT EXECUTE ON FUNCTION public.generate_snippet(text, integer) TO anon
-- guard: GRANT EXECUTE ON FUNCTION public.search_similar_embeddings(vector, text, double precision, integer)
--   TO anon; GRANT USAGE ON SCHEMA core TO anon; GRANT SELECT ON core.contacts TO anon
-- guard: GRANT USAGE ON SCHEMA auth TO anon; GRANT EXECUTE ON FUNCTION auth.user_workspaces() TO anon
SET LOCAL ROLE anon;
-- expect: error 42501
SELECT count(*) FROM work.v_tasks_due_soon;
-- expect: error 42501
SELECT generate_snippet('text');
-- expect: error 42501 search_similar_embeddings
SELECT * FROM search_similar_embeddings(array_fill(1, ARRAY[1536])::vector, 'core.contacts');
-- expect: error 42501
SELECT * FROM auth.user_workspaces();

-- case: both application roles use the views and functions
-- guard: REVOKE SELECT ON work.v_tasks_due_soon FROM service_role
-- guard: REVOKE EXECUTE ON FUNCTION public.generate_snippet(text, integer) FROM authenticated
-- guard: REVOKE EXECUTE ON FUNCTION auth.user_workspaces() FROM service_role
SET LOCAL ROLE service_role;
-- expect: rows
--   0 | text | 0
SELECT (SELECT count(*) FROM work.v_tasks_due_soon), generate_snippet('text'),
  (SELECT count(*) FROM auth.user_workspaces());
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: rows
--   0 | text | 1
SELECT (SELECT count(*) FROM work.v_tasks_due_soon), generate_snippet('text'),
  (SELECT count(*) FROM auth.user_workspaces());

-- case: nobody calls the functions behind triggers, and no user reads the accounts
-- guard: GRANT EXECUTE ON FUNCTION core.guard_members() TO authenticated
-- guard: GRANT SELECT ON auth.users TO authenticated
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: error 42501
SELECT core.guard_members();
-- expect: error 42501
SELECT count(*) FROM auth.users;

-- case: application roles create, alter and truncate nothing
-- guard: GRANT CREATE ON SCHEMA core TO authenticated
-- guard: GRANT TRUNCATE ON work.tasks, work.task_links, meetings.action_items TO service_role
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: error 42501
CREATE TABLE core.own (id integer);
-- expect: error 42501
ALTER TABLE work.tasks DISABLE ROW LEVEL SECURITY;
SET LOCAL ROLE service_role;
-- expect: error 42501
TRUNCATE work.tasks CASCADE;

-- case: the roles cannot log in, do not escape row security and are no members of each other
-- guard: ALTER ROLE authenticated BYPASSRLS
-- guard: ALTER ROLE cos_owner LOGIN
-- guard: GRANT service_role TO authenticated
-- guard: GRANT cos_owner TO service_role
-- expect: none
SELECT rolname FROM pg_roles
WHERE rolname IN ('cos_owner', 'anon', 'authenticated')
  AND (rolcanlogin OR rolbypassrls OR rolsuper OR rolcreaterole OR rolcreatedb);
-- expect: none
SELECT m.member::regrole, m.roleid::regrole FROM pg_auth_members AS m
WHERE m.member::regrole::text IN ('anon', 'authenticated', 'service_role');

-- case: a helper of row security is not led astray by the caller's search_path
-- guard: SET LOCAL check_function_bodies = off;
--   CREATE OR REPLACE FUNCTION auth.user_workspaces() RETURNS SETOF uuid LANGUAGE sql STABLE
--   SECURITY DEFINER AS 'SELECT workspace_id FROM members WHERE user_id = auth.uid()'
CREATE TEMP TABLE members (workspace_id uuid, user_id uuid);
GRANT SELECT ON members TO PUBLIC;
INSERT INTO members
VALUES ('b0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011');
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
SET LOCAL search_path = pg_temp, core, public;
-- expect: a0000000-0000-4000-8000-000000000001
SELECT * FROM auth.user_workspaces();
