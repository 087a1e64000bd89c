-- Two workspaces and the five people in them. Mara runs Tidewater Robotics with Jonas, who also works for
-- Fernhill Studio, where Dana is the owner. Everybody and everything here is invented.

INSERT INTO auth.users (id, email) VALUES
  ('d0000000-0000-4000-8000-000000000011', 'mara@tidewater.example.com'),
  ('d0000000-0000-4000-8000-000000000012', 'jonas@tidewater.example.com'),
  ('d0000000-0000-4000-8000-000000000013', 'lena@tidewater.example.com'),
  ('d0000000-0000-4000-8000-000000000014', 'importer@tidewater.example.com'),
  ('d0000000-0000-4000-8000-000000000015', 'dana@fernhill.example.com');

INSERT INTO core.workspaces (id, name, created_by) VALUES
  ('d0000000-0000-4000-8000-000000000001', 'Tidewater Robotics', 'd0000000-0000-4000-8000-000000000011'),
  ('d0000000-0000-4000-8000-000000000002', 'Fernhill Studio', 'd0000000-0000-4000-8000-000000000015');

INSERT INTO core.members (id, workspace_id, user_id, role) VALUES
  ('d0000000-0000-4000-8000-000000000021', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000011', 'owner'),
  ('d0000000-0000-4000-8000-000000000022', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000012', 'admin'),
  ('d0000000-0000-4000-8000-000000000023', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000013', 'viewer'),
  ('d0000000-0000-4000-8000-000000000024', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000014', 'service'),
  ('d0000000-0000-4000-8000-000000000025', 'd0000000-0000-4000-8000-000000000002',
   'd0000000-0000-4000-8000-000000000015', 'owner'),
  ('d0000000-0000-4000-8000-000000000026', 'd0000000-0000-4000-8000-000000000002',
   'd0000000-0000-4000-8000-000000000012', 'member');

INSERT INTO core.founders (id, workspace_id, user_id, display_name, email, timezone) VALUES
  ('d0000000-0000-4000-8000-000000000031', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000011', 'Mara Lind', 'mara@tidewater.example.com', 'Europe/Stockholm'),
  ('d0000000-0000-4000-8000-000000000032', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000012', 'Jonas Weir', 'jonas@tidewater.example.com', 'Europe/London'),
  ('d0000000-0000-4000-8000-000000000033', 'd0000000-0000-4000-8000-000000000002',
   'd0000000-0000-4000-8000-000000000015', 'Dana Oak', 'dana@fernhill.example.com', 'America/Toronto'),
  ('d0000000-0000-4000-8000-000000000034', 'd0000000-0000-4000-8000-000000000002',
   'd0000000-0000-4000-8000-000000000012', 'Jonas Weir', 'jonas@fernhill.example.com', 'Europe/London');

INSERT INTO core.integrations (
  id, workspace_id, founder_id, platform, status, connected_at, last_sync_at, error_message
) VALUES
  ('d0000000-0000-4000-8000-000000000041', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'gmail', 'connected', '2026-01-05 09:00+00', now(), NULL),
  ('d0000000-0000-4000-8000-000000000042', 'd0000000-0000-4000-8000-000000000001',
   NULL, 'slack', 'error', '2026-01-05 09:10+00', '2026-01-19 06:00+00', 'the token has expired'),
  ('d0000000-0000-4000-8000-000000000043', 'd0000000-0000-4000-8000-000000000002',
   'd0000000-0000-4000-8000-000000000033', 'outlook', 'connected', '2026-01-07 15:00+00', now(), NULL);
INSERT INTO core.integration_syncs (
  id, workspace_id, integration_id, started_at, finished_at, status, items_seen, items_written, error_message
) VALUES
  ('d0000000-0000-4000-8000-000000000046', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000041', now() - interval '2 minutes', now(), 'succeeded', 12, 3, NULL),
  ('d0000000-0000-4000-8000-000000000047', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000042', '2026-01-19 06:00+00', '2026-01-19 06:00+00', 'failed', 0, 0,
   'the token has expired');

-- The digest of an invented key.
INSERT INTO core.service_accounts (id, workspace_id, member_id, name, key_hash, scopes) VALUES
  ('d0000000-0000-4000-8000-000000000048', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000024', 'Importer',
   'cd74e8a02dc93b92f72c7a448753f728235f5789e607b09c27c502f7175b42e5', '{comms:write}');

-- An embedding here is not from a model. Its first four components say how much a text is about raising
-- money, hiring, the product and travel; the other 1532 are zero. What is about the same things is near.
INSERT INTO core.contacts (
  id, workspace_id, founder_id, name, type, company, title, email, tags, last_contacted, embedding)
SELECT c.id::uuid, c.workspace_id::uuid, c.founder_id::uuid, c.name, c.type, c.company, c.title, c.email,
  c.tags::text[], now() - c.ago::interval,
  (c.topics::double precision[] || array_fill(0::double precision, ARRAY[1532]))::vector
FROM (VALUES
  ('d0000000-0000-4000-8000-000000000101', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'Iris Vale', 'investor', 'Vale Capital', 'Partner',
   'iris@vale.example.com', '{seed,robotics}', '2 days', '{1.0, 0.0, 0.1, 0.0}'),
  ('d0000000-0000-4000-8000-000000000102', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'Henrik Moe', 'investor', 'Fjord Ventures', 'Associate',
   'henrik@fjord.example.com', '{seed}', '20 days', '{0.9, 0.0, 0.5, 0.0}'),
  ('d0000000-0000-4000-8000-000000000103', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'Ruth Amsel', 'advisor', NULL, 'Former CFO',
   'ruth@example.com', '{finance}', '9 days', '{0.8, 0.6, 0.0, 0.0}'),
  ('d0000000-0000-4000-8000-000000000104', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000032', 'Pavel Kern', 'partner', 'Kern Recruiting', 'Recruiter',
   'pavel@kern.example.com', '{hiring}', '1 day', '{0.0, 1.0, 0.1, 0.0}'),
  ('d0000000-0000-4000-8000-000000000105', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000032', 'Sofia Brandt', 'customer', 'Port of Elm', 'Head of Operations',
   'sofia@port-of-elm.example.com', '{pilot}', '5 days', '{0.1, 0.0, 1.0, 0.1}'),
  ('d0000000-0000-4000-8000-000000000106', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'Noor Adeyemi', 'team', 'Tidewater Robotics', 'Engineer',
   'noor@tidewater.example.com', '{}', '3 hours', '{0.0, 0.3, 0.9, 0.0}'),
  ('d0000000-0000-4000-8000-000000000107', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'Blue Wing Travel', 'partner', 'Blue Wing', NULL,
   'desk@bluewing.example.com', '{}', '40 days', '{0.0, 0.0, 0.0, 1.0}'),
  ('d0000000-0000-4000-8000-000000000108', 'd0000000-0000-4000-8000-000000000002',
   'd0000000-0000-4000-8000-000000000033', 'Gideon Frost', 'investor', 'Frost Angels', 'Angel',
   'gideon@frost.example.com', '{seed}', '4 days', '{1.0, 0.0, 0.0, 0.0}'),
  ('d0000000-0000-4000-8000-000000000109', 'd0000000-0000-4000-8000-000000000002',
   'd0000000-0000-4000-8000-000000000033', 'Mina Sol', 'customer', 'Sol Bakery', 'Owner',
   'mina@sol.example.com', '{}', '6 days', '{0.0, 0.0, 1.0, 0.0}')
) AS c (id, workspace_id, founder_id, name, type, company, title, email, tags, ago, topics);

INSERT INTO comms.threads (id, workspace_id, founder_id, platform, external_id, subject) VALUES
  ('d0000000-0000-4000-8000-000000000111', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'gmail', 'thread-1', 'Seed round'),
  ('d0000000-0000-4000-8000-000000000112', 'd0000000-0000-4000-8000-000000000002',
   'd0000000-0000-4000-8000-000000000033', 'outlook', 'thread-1', 'Spring campaign');
INSERT INTO comms.communications (
  id, workspace_id, founder_id, thread_id, platform, source, external_id, sender, sender_email, subject,
  content, sentiment, urgency, followup_needed, received_at, embedding)
SELECT m.id::uuid, m.workspace_id::uuid, m.founder_id::uuid, m.thread_id::uuid,
  m.platform::core.platform_enum, m.source::comms.source_enum, m.external_id, m.sender, m.sender_email,
  m.subject, m.content, m.sentiment::jsonb, m.urgency::core.priority_enum, m.followup,
  now() - m.ago::interval,
  (m.topics::double precision[] || array_fill(0::double precision, ARRAY[1532]))::vector
FROM (VALUES
  ('d0000000-0000-4000-8000-000000000121', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'd0000000-0000-4000-8000-000000000111', 'gmail', 'email',
   'mail-1', 'Iris Vale', 'iris@vale.example.com', 'Re: Seed round',
   'We would like to lead the round. Could you send the updated figures before Friday?',
   '{"score": 0.8, "label": "positive", "confidence": 0.9}', 'urgent', true, '5 hours',
   '{1.0, 0.0, 0.0, 0.0}'),
  ('d0000000-0000-4000-8000-000000000122', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000032', NULL, 'gmail', 'email',
   'mail-2', 'Pavel Kern', 'pavel@kern.example.com', 'Three candidates',
   'Three engineers want to meet you. Two are free next week.',
   '{"score": 0.4, "label": "positive", "confidence": 0.7}', 'normal', true, '1 day',
   '{0.0, 1.0, 0.2, 0.0}'),
  ('d0000000-0000-4000-8000-000000000123', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000032', NULL, 'slack', 'slack',
   'message-1', 'Sofia Brandt', 'sofia@port-of-elm.example.com', NULL,
   'The crane robot stopped twice this morning. Is the new release safe for us?',
   '{"score": -0.5, "label": "negative", "confidence": 0.8}', 'high', true, '3 hours',
   '{0.0, 0.0, 1.0, 0.0}'),
  ('d0000000-0000-4000-8000-000000000124', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', NULL, 'gmail', 'email',
   'mail-3', 'Blue Wing Travel', 'desk@bluewing.example.com', 'Your tickets',
   'Your tickets to Rotterdam are attached.', NULL, 'low', false, '2 days', '{0.1, 0.0, 0.0, 1.0}'),
  ('d0000000-0000-4000-8000-000000000125', 'd0000000-0000-4000-8000-000000000002',
   'd0000000-0000-4000-8000-000000000033', 'd0000000-0000-4000-8000-000000000112', 'outlook', 'email',
   'mail-1', 'Mina Sol', 'mina@sol.example.com', 'Re: Spring campaign',
   'Lovely drafts. Can we have the second one in green?',
   '{"score": 0.9, "label": "positive", "confidence": 0.9}', 'normal', true, '7 hours',
   '{0.0, 0.0, 1.0, 0.0}')
) AS m (id, workspace_id, founder_id, thread_id, platform, source, external_id, sender, sender_email, subject,
  content, sentiment, urgency, followup, ago, topics);
INSERT INTO comms.attachments (
  id, workspace_id, communication_id, filename, mime_type, size_bytes, storage_uri
) VALUES
  ('d0000000-0000-4000-8000-000000000131', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000124', 'tickets.pdf', 'application/pdf', 48213,
   'store://tidewater/tickets.pdf');

INSERT INTO meetings.meetings (
  id, workspace_id, founder_id, platform, external_id, title, agenda, start_time, end_time
) VALUES
  ('d0000000-0000-4000-8000-000000000141', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'zoom', 'meeting-1', 'Call with Vale Capital', 'Figures, terms',
   '2026-01-15 14:00+00', '2026-01-15 14:45+00'),
  ('d0000000-0000-4000-8000-000000000142', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000032', 'zoom', 'meeting-2', 'Interview', NULL,
   now() + interval '6 hours', now() + interval '7 hours'),
  ('d0000000-0000-4000-8000-000000000143', 'd0000000-0000-4000-8000-000000000002',
   'd0000000-0000-4000-8000-000000000033', 'zoom', 'meeting-1', 'Campaign review', NULL,
   now() + interval '3 hours', now() + interval '4 hours');
INSERT INTO meetings.meeting_participants (id, workspace_id, meeting_id, contact_id, name, role) VALUES
  ('d0000000-0000-4000-8000-000000000146', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000141', 'd0000000-0000-4000-8000-000000000101', 'Iris Vale', 'guest'),
  ('d0000000-0000-4000-8000-000000000147', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000142', 'd0000000-0000-4000-8000-000000000104', 'Pavel Kern', 'host');
INSERT INTO meetings.transcripts (
  id, workspace_id, founder_id, meeting_id, provider, external_id, title, topics, recorded_at
) VALUES
  ('d0000000-0000-4000-8000-000000000151', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'd0000000-0000-4000-8000-000000000141', 'otter', 'transcript-1',
   'Call with Vale Capital', '{fundraising,hiring}', '2026-01-15 14:00+00');
INSERT INTO meetings.transcript_chunks (
  id, workspace_id, transcript_id, chunk_index, start_sec, end_sec, speaker, text, embedding)
SELECT c.id::uuid, 'd0000000-0000-4000-8000-000000000001', 'd0000000-0000-4000-8000-000000000151',
  c.chunk_index, c.start_sec, c.start_sec + 60, c.speaker, c.text,
  (c.topics::double precision[] || array_fill(0::double precision, ARRAY[1532]))::vector
FROM (VALUES
  ('d0000000-0000-4000-8000-000000000156', 0, 0, 'Iris Vale',
   'What would you do with the money?', '{1.0, 0.1, 0.0, 0.0}'),
  ('d0000000-0000-4000-8000-000000000157', 1, 60, 'Mara Lind',
   'Half of it goes into four engineers, the rest into the second port.', '{0.5, 0.8, 0.3, 0.0}'),
  ('d0000000-0000-4000-8000-000000000158', 2, 120, 'Iris Vale',
   'And the robot itself, is it ready for rain?', '{0.0, 0.0, 1.0, 0.0}')
) AS c (id, chunk_index, start_sec, speaker, text, topics);

INSERT INTO media.media_assets (
  id, workspace_id, founder_id, platform, external_id, title, duration_secs, recorded_at
) VALUES
  ('d0000000-0000-4000-8000-000000000161', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000032', 'loom', 'video-1', 'Crane demonstration', 95,
   '2026-01-12 10:00+00');
INSERT INTO media.media_transcripts (id, workspace_id, media_id, provider, topics) VALUES
  ('d0000000-0000-4000-8000-000000000162', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000161', 'loom', '{product}');
INSERT INTO media.media_chunks (
  id, workspace_id, media_transcript_id, chunk_index, start_sec, end_sec, text, embedding
) VALUES
  ('d0000000-0000-4000-8000-000000000163', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000162', 0, 0, 95, 'The arm now stops by itself when the load swings.',
   (ARRAY[0, 0, 1, 0] || array_fill(0, ARRAY[1532]))::vector);

INSERT INTO work.projects (id, workspace_id, founder_id, name, starts_on, ends_on) VALUES
  ('d0000000-0000-4000-8000-000000000171', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'Seed round', '2026-01-01', '2026-03-31'),
  ('d0000000-0000-4000-8000-000000000172', 'd0000000-0000-4000-8000-000000000002',
   'd0000000-0000-4000-8000-000000000033', 'Spring campaign', '2026-02-01', '2026-04-30');
INSERT INTO work.tasks (
  id, workspace_id, founder_id, project_id, title, platform, priority, status, due_date, completed_at
) VALUES
  ('d0000000-0000-4000-8000-000000000173', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'd0000000-0000-4000-8000-000000000171',
   'Send the updated figures to Vale Capital', 'monday', 'urgent', 'todo', now() + interval '1 day', NULL),
  ('d0000000-0000-4000-8000-000000000174', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000032', NULL,
   'Answer Sofia about the release', NULL, 'high', 'in_progress', now() + interval '8 hours', NULL),
  ('d0000000-0000-4000-8000-000000000175', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', NULL,
   'Book the trip to Rotterdam', NULL, 'low', 'done', NULL, '2026-01-16 10:00+00'),
  ('d0000000-0000-4000-8000-000000000176', 'd0000000-0000-4000-8000-000000000002',
   'd0000000-0000-4000-8000-000000000033', 'd0000000-0000-4000-8000-000000000172',
   'Second draft in green', NULL, 'normal', 'todo', now() + interval '2 days', NULL);
INSERT INTO work.task_links (id, workspace_id, task_id, platform, external_id, last_synced) VALUES
  ('d0000000-0000-4000-8000-000000000177', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000173', 'monday', 'item-1', now());
INSERT INTO meetings.action_items (
  id, workspace_id, founder_id, meeting_id, transcript_id, task_id, description, assignee, status, confidence
) VALUES
  ('d0000000-0000-4000-8000-000000000178', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'd0000000-0000-4000-8000-000000000141',
   'd0000000-0000-4000-8000-000000000151', 'd0000000-0000-4000-8000-000000000173',
   'Send the updated figures', 'Mara Lind', 'converted', 0.92);

INSERT INTO intel.briefings (id, workspace_id, founder_id, kind, title, summary, generated_at) VALUES
  ('d0000000-0000-4000-8000-000000000181', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'morning', 'Three things for today',
   'Vale Capital waits for figures, Sofia for an answer, and an interview is at noon.', now());
INSERT INTO intel.insights (
  id, workspace_id, founder_id, source, insight_type, title, content, confidence, impact_score, embedding
) VALUES
  ('d0000000-0000-4000-8000-000000000182', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000032', 'slack', 'risk', 'A pilot customer doubts the release',
   '{"messages": 3}', 0.81, 0.7, (ARRAY[0, 0, 1, 0] || array_fill(0, ARRAY[1532]))::vector),
  ('d0000000-0000-4000-8000-000000000183', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'gmail', 'decision_hint', 'Two investors want to lead',
   '{"investors": ["Vale Capital", "Fjord Ventures"]}', 0.66, 0.9,
   (ARRAY[1, 0, 0, 0] || array_fill(0, ARRAY[1532]))::vector);
INSERT INTO intel.decisions (
  id, workspace_id, founder_id, title, options, recommendation, confidence, chosen_option, taken, taken_at
) VALUES
  ('d0000000-0000-4000-8000-000000000184', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'Who leads the round?', '["Vale Capital", "Fjord Ventures"]',
   'Vale Capital', 0.7, NULL, false, NULL),
  ('d0000000-0000-4000-8000-000000000185', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000032', 'Hold the release back?', '["Yes", "No"]',
   'Yes', 0.6, 'Yes', true, '2026-01-19 16:00+00');
INSERT INTO intel.kpi_metrics (id, workspace_id, founder_id, name, value, unit, measured_at) VALUES
  ('d0000000-0000-4000-8000-000000000186', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'runway', 9, 'months', '2026-01-01'),
  ('d0000000-0000-4000-8000-000000000187', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000031', 'pilots', 4, NULL, '2026-01-01');

INSERT INTO ops.events (
  id, workspace_id, actor_type, actor_id, event_type, entity_type, entity_id, payload, idempotency_key
) VALUES
  ('d0000000-0000-4000-8000-000000000191', 'd0000000-0000-4000-8000-000000000001', 'user',
   'd0000000-0000-4000-8000-000000000011', 'task.created', 'task', 'd0000000-0000-4000-8000-000000000173',
   '{"title": "Send the updated figures to Vale Capital"}', 'task-173-created'),
  ('d0000000-0000-4000-8000-000000000192', 'd0000000-0000-4000-8000-000000000001', 'agent', NULL,
   'briefing.generated', 'briefing', 'd0000000-0000-4000-8000-000000000181', '{"kind": "morning"}', NULL),
  ('d0000000-0000-4000-8000-000000000193', 'd0000000-0000-4000-8000-000000000002', 'integration',
   'd0000000-0000-4000-8000-000000000043', 'mail.imported', 'communication',
   'd0000000-0000-4000-8000-000000000125', '{"items": 1}', NULL);
INSERT INTO ops.event_actors (id, workspace_id, event_id, role, actor_type, actor_id) VALUES
  ('d0000000-0000-4000-8000-000000000194', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000191', 'origin', 'member', 'd0000000-0000-4000-8000-000000000021');
INSERT INTO ops.event_links (id, workspace_id, event_id, link_type, entity_type, entity_id) VALUES
  ('d0000000-0000-4000-8000-000000000195', 'd0000000-0000-4000-8000-000000000001',
   'd0000000-0000-4000-8000-000000000191', 'derived_from', 'action_item',
   'd0000000-0000-4000-8000-000000000178');
INSERT INTO ops.event_snapshots (id, workspace_id, entity_type, entity_id, up_to_seq, state)
SELECT 'd0000000-0000-4000-8000-000000000196', e.workspace_id, e.entity_type, e.entity_id, e.seq,
  '{"status": "todo"}'
FROM ops.events AS e WHERE e.id = 'd0000000-0000-4000-8000-000000000191';
INSERT INTO ops.embedding_jobs (id, workspace_id, target_table, target_id, status, attempts) VALUES
  ('d0000000-0000-4000-8000-000000000197', 'd0000000-0000-4000-8000-000000000001', 'core.contacts',
   'd0000000-0000-4000-8000-000000000101', 'done', 1);
