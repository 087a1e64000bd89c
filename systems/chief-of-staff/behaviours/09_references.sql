-- Rows that belong together: a reference stays in its workspace, and what goes takes the right rows along.

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
   'a0000000-0000-4000-8000-000000000021', 'Iris Vale'),
  ('b0000000-0000-4000-8000-000000000031', 'b0000000-0000-4000-8000-000000000001',
   'b0000000-0000-4000-8000-000000000021', 'Tom Reed');
INSERT INTO comms.threads (id, workspace_id, founder_id, platform) VALUES
  ('a0000000-0000-4000-8000-000000000041', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'gmail'),
  ('b0000000-0000-4000-8000-000000000041', 'b0000000-0000-4000-8000-000000000001',
   'b0000000-0000-4000-8000-000000000021', 'gmail');
INSERT INTO comms.communications (id, workspace_id, founder_id, thread_id, platform, source) VALUES
  ('a0000000-0000-4000-8000-000000000051', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'a0000000-0000-4000-8000-000000000041', 'gmail', 'email');
INSERT INTO comms.attachments (workspace_id, communication_id, filename, storage_uri) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000051', 'plan.pdf',
   'store://plan.pdf');
INSERT INTO meetings.meetings (id, workspace_id, founder_id, platform) VALUES
  ('a0000000-0000-4000-8000-000000000061', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'zoom'),
  ('b0000000-0000-4000-8000-000000000061', 'b0000000-0000-4000-8000-000000000001',
   'b0000000-0000-4000-8000-000000000021', 'zoom');
INSERT INTO meetings.meeting_participants (workspace_id, meeting_id, contact_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000061',
   'a0000000-0000-4000-8000-000000000031');
INSERT INTO meetings.transcripts (id, workspace_id, founder_id, meeting_id, provider) VALUES
  ('a0000000-0000-4000-8000-000000000071', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'a0000000-0000-4000-8000-000000000061', 'otter');
INSERT INTO meetings.transcript_chunks (workspace_id, transcript_id, chunk_index, text) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000071', 0, 'Hello.');
INSERT INTO work.projects (id, workspace_id, founder_id, name) VALUES
  ('a0000000-0000-4000-8000-000000000081', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'Launch');
INSERT INTO work.tasks (id, workspace_id, founder_id, project_id, title) VALUES
  ('a0000000-0000-4000-8000-000000000091', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'a0000000-0000-4000-8000-000000000081', 'Send the plan');
INSERT INTO work.task_links (workspace_id, task_id, platform, external_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000091', 'monday', 'item-1');
INSERT INTO meetings.action_items (workspace_id, founder_id, meeting_id, transcript_id, task_id, description)
VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021',
   'a0000000-0000-4000-8000-000000000061', 'a0000000-0000-4000-8000-000000000071',
   'a0000000-0000-4000-8000-000000000091', 'Send the plan');

-- case: a message does not hang on a thread of another workspace
-- guard: ALTER TABLE comms.communications DROP CONSTRAINT communications_workspace_id_thread_id_fkey
-- expect: error 23503
UPDATE comms.communications SET thread_id = 'b0000000-0000-4000-8000-000000000041';

-- case: a participant is no contact of another workspace
-- guard: ALTER TABLE meetings.meeting_participants
--   DROP CONSTRAINT meeting_participants_workspace_id_contact_id_fkey
-- expect: error 23503
UPDATE meetings.meeting_participants SET contact_id = 'b0000000-0000-4000-8000-000000000031';

-- case: a transcript is of no meeting of another workspace
-- guard: ALTER TABLE meetings.transcripts DROP CONSTRAINT transcripts_workspace_id_meeting_id_fkey
-- expect: error 23503
UPDATE meetings.transcripts SET meeting_id = 'b0000000-0000-4000-8000-000000000061';

-- case: a task is of no founder of another workspace
-- guard: ALTER TABLE work.tasks DROP CONSTRAINT tasks_workspace_id_founder_id_fkey
-- expect: error 23503
UPDATE work.tasks SET founder_id = 'b0000000-0000-4000-8000-000000000021';

-- case: a child cannot be in another workspace than its parent
-- guard: ALTER TABLE comms.attachments DROP CONSTRAINT attachments_workspace_id_communication_id_fkey
-- guard: ALTER TABLE meetings.transcript_chunks
--   DROP CONSTRAINT transcript_chunks_workspace_id_transcript_id_fkey
-- expect: error 23503
UPDATE comms.attachments SET workspace_id = 'b0000000-0000-4000-8000-000000000001';
-- expect: error 23503
UPDATE meetings.transcript_chunks SET workspace_id = 'b0000000-0000-4000-8000-000000000001';

-- case: a deleted thread leaves its messages, in their workspace
-- guard: ALTER TABLE comms.communications DROP CONSTRAINT communications_workspace_id_thread_id_fkey
DELETE FROM comms.threads WHERE id = 'a0000000-0000-4000-8000-000000000041';
-- expect: rows
--   a0000000-0000-4000-8000-000000000001 | t
SELECT workspace_id, thread_id IS NULL FROM comms.communications;

-- case: a deleted message takes its attachments along
-- guard: ALTER TABLE comms.attachments DROP CONSTRAINT attachments_workspace_id_communication_id_fkey
DELETE FROM comms.communications;
-- expect: 0
SELECT count(*) FROM comms.attachments;

-- case: a deleted contact leaves the participant without it
-- guard: ALTER TABLE meetings.meeting_participants
--   DROP CONSTRAINT meeting_participants_workspace_id_contact_id_fkey
DELETE FROM core.contacts WHERE id = 'a0000000-0000-4000-8000-000000000031';
-- expect: t
SELECT contact_id IS NULL FROM meetings.meeting_participants;

-- case: a deleted meeting takes participants, transcripts, their parts and action items along
-- guard: ALTER TABLE meetings.transcripts DROP CONSTRAINT transcripts_workspace_id_meeting_id_fkey
-- guard: ALTER TABLE meetings.transcript_chunks
--   DROP CONSTRAINT transcript_chunks_workspace_id_transcript_id_fkey
-- guard: ALTER TABLE meetings.action_items DROP CONSTRAINT action_items_workspace_id_meeting_id_fkey
DELETE FROM meetings.meetings WHERE id = 'a0000000-0000-4000-8000-000000000061';
-- expect: rows
--   0 | 0 | 0 | 0
SELECT
  (SELECT count(*) FROM meetings.meeting_participants), (SELECT count(*) FROM meetings.transcripts),
  (SELECT count(*) FROM meetings.transcript_chunks), (SELECT count(*) FROM meetings.action_items);

-- case: a deleted project leaves its tasks, a deleted task its action item but not its links
-- guard: ALTER TABLE work.tasks DROP CONSTRAINT tasks_workspace_id_project_id_fkey
-- guard: ALTER TABLE meetings.action_items DROP CONSTRAINT action_items_workspace_id_task_id_fkey
-- guard: ALTER TABLE work.task_links DROP CONSTRAINT task_links_workspace_id_task_id_fkey
DELETE FROM work.projects;
-- expect: t
SELECT project_id IS NULL FROM work.tasks;
DELETE FROM work.tasks;
-- expect: rows
--   t | 0
SELECT task_id IS NULL, (SELECT count(*) FROM work.task_links) FROM meetings.action_items;

-- case: a deleted founder takes the own data along and leaves the workspace's
-- guard: ALTER TABLE core.contacts DROP CONSTRAINT contacts_workspace_id_founder_id_fkey
-- guard: ALTER TABLE core.integrations DROP CONSTRAINT integrations_workspace_id_founder_id_fkey
INSERT INTO core.integrations (workspace_id, founder_id, platform) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'gmail');
DELETE FROM core.founders WHERE id = 'a0000000-0000-4000-8000-000000000021';
-- expect: 0
SELECT count(*) FROM core.contacts WHERE workspace_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: t
SELECT founder_id IS NULL FROM core.integrations;

-- case: a founder can be deleted whose platform the workspace, or another founder who left, has too
-- guard: DROP TRIGGER release_integration ON core.integrations
INSERT INTO core.founders (id, workspace_id, user_id) VALUES
  ('a0000000-0000-4000-8000-000000000022', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000012');
INSERT INTO core.integrations (workspace_id, founder_id, platform) VALUES
  ('a0000000-0000-4000-8000-000000000001', NULL, 'gmail'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'gmail'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'zoom'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000022', 'zoom');
-- expect: 2
DELETE FROM core.founders WHERE workspace_id = 'a0000000-0000-4000-8000-000000000001';
-- expect: rows
--   gmail | t
--   zoom | t
SELECT platform, founder_id IS NULL FROM core.integrations ORDER BY platform;

-- case: an integration in use is not given up for the workspace's own without an error
-- guard: DROP TRIGGER release_integration ON core.integrations; ALTER TABLE core.integrations
--   DROP CONSTRAINT integrations_unique_platform
INSERT INTO core.integrations (workspace_id, founder_id, platform) VALUES
  ('a0000000-0000-4000-8000-000000000001', NULL, 'gmail'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'gmail');
-- expect: error 23505
UPDATE core.integrations SET founder_id = NULL;
-- expect: 2
SELECT count(*) FROM core.integrations;
