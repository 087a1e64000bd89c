-- What the database fills in by itself.

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

-- case: a message gets a snippet of its first 280 characters
-- guard: DROP TRIGGER fill_snippet ON comms.communications
INSERT INTO comms.communications (workspace_id, founder_id, platform, source, content) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'gmail', 'email', repeat('x', 300)),
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'gmail', 'email', 'Short.');
-- expect: rows
--   6 | Short.
--   283 | x...
SELECT length(snippet), regexp_replace(snippet, 'x+', 'x')
FROM comms.communications ORDER BY 1;

-- case: the snippet follows the content and cannot be something else
-- guard: DROP TRIGGER fill_snippet ON comms.communications
INSERT INTO comms.communications (workspace_id, founder_id, platform, source, content) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'gmail', 'email', 'Before.');
UPDATE comms.communications SET content = 'After.';
-- expect: After.
SELECT snippet FROM comms.communications;
UPDATE comms.communications SET snippet = 'Forged.';
-- expect: After.
SELECT snippet FROM comms.communications;

-- case: a snippet keeps short texts, cuts long ones and knows no text
-- guard: CREATE OR REPLACE FUNCTION public.generate_snippet(content text, max_length integer DEFAULT 280)
--   RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT left(content, max_length)'
-- expect: rows
--   12345 | 12345 | 1234... | t
SELECT generate_snippet('12345'), generate_snippet('12345', 5), generate_snippet('12345', 4),
  generate_snippet(NULL) IS NULL;

-- case: a task that becomes done gets the time, and loses it when it is taken up again
-- guard: DROP TRIGGER fill_completed_at ON work.tasks;
--   ALTER TABLE work.tasks DROP CONSTRAINT tasks_completed_status
INSERT INTO work.tasks (workspace_id, founder_id, title) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'Send the plan');
UPDATE work.tasks SET status = 'done';
-- expect: t
SELECT completed_at = now() FROM work.tasks;
UPDATE work.tasks SET status = 'in_progress';
-- expect: t
SELECT completed_at IS NULL FROM work.tasks;

-- case: a task may be added as done, with the time that it was
-- guard: DROP TRIGGER fill_completed_at ON work.tasks;
--   ALTER TABLE work.tasks DROP CONSTRAINT tasks_completed_status
-- expect: 1
INSERT INTO work.tasks (workspace_id, founder_id, title, status) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'Send the plan', 'done');
-- expect: t
SELECT completed_at = now() FROM work.tasks;
INSERT INTO work.tasks (workspace_id, founder_id, title, status, completed_at) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'Order desks', 'done', '2026-01-15 12:00+00');
-- expect: 1
SELECT count(*) FROM work.tasks WHERE completed_at = '2026-01-15 12:00+00';
-- expect: error 23514
UPDATE work.tasks SET completed_at = NULL WHERE title = 'Order desks';

-- case: a change sets updated_at, whatever the writer says
-- guard: DROP TRIGGER update_contacts_updated_at ON core.contacts
-- guard: DROP TRIGGER update_tasks_updated_at ON work.tasks
-- guard: DROP TRIGGER update_workspaces_updated_at ON core.workspaces
INSERT INTO core.contacts (workspace_id, founder_id, name, updated_at) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'Iris Vale', '2026-01-01');
INSERT INTO work.tasks (workspace_id, founder_id, title, updated_at) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'Send the plan', '2026-01-01');
UPDATE core.contacts SET phone = '555-0100', updated_at = '2026-01-01';
UPDATE work.tasks SET priority = 'high', updated_at = '2026-01-01';
UPDATE core.workspaces SET settings = '{"theme": "dark"}', updated_at = '2026-01-01';
-- expect: t
SELECT (SELECT bool_and(updated_at = now()) FROM core.contacts)
  AND (SELECT bool_and(updated_at = now()) FROM work.tasks)
  AND (SELECT bool_and(updated_at = now()) FROM core.workspaces);

-- case: the length of a meeting follows from its times and cannot be written
-- guard: ALTER TABLE meetings.meetings ALTER COLUMN duration_mins DROP EXPRESSION
INSERT INTO meetings.meetings (workspace_id, founder_id, platform, start_time, end_time) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'zoom', '2026-01-15 12:00+00', '2026-01-15 12:45:30+00');
-- expect: 45
SELECT duration_mins FROM meetings.meetings;
-- expect: error 428C9
UPDATE meetings.meetings SET duration_mins = 60;

-- case: a workspace remembers who created it
-- guard: ALTER TABLE core.workspaces ALTER COLUMN created_by DROP DEFAULT
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: a0000000-0000-4000-8000-000000000011
INSERT INTO core.workspaces (name) VALUES ('Second venture') RETURNING created_by;

-- case: new rows start in the state that nobody has worked on them
-- guard: ALTER TABLE work.tasks ALTER COLUMN status SET DEFAULT 'done'
-- guard: ALTER TABLE core.members ALTER COLUMN role SET DEFAULT 'owner'
-- guard: ALTER TABLE core.integrations ALTER COLUMN status SET DEFAULT 'connected'
-- expect: todo
INSERT INTO work.tasks (workspace_id, founder_id, title) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'Send the plan')
RETURNING status;
-- expect: member
INSERT INTO core.members (workspace_id, user_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000012') RETURNING role;
-- expect: pending
INSERT INTO core.integrations (workspace_id, platform) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'gmail') RETURNING status;
