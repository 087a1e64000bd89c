-- Keys that keep the same thing from being stored twice, and values that are refused.

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

-- case: a user is in a workspace once, as a member and as a founder
-- guard: ALTER TABLE core.members DROP CONSTRAINT members_unique_user_workspace
-- guard: ALTER TABLE core.founders DROP CONSTRAINT founders_unique_workspace_user
-- expect: error 23505
INSERT INTO core.members (workspace_id, user_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011');
-- expect: error 23505
INSERT INTO core.founders (workspace_id, user_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011');

-- case: a platform is connected once per founder, and once for the workspace itself
-- guard: ALTER TABLE core.integrations DROP CONSTRAINT integrations_unique_platform
-- guard: ALTER TABLE core.integrations DROP CONSTRAINT integrations_unique_platform;
--   ALTER TABLE core.integrations ADD UNIQUE (workspace_id, founder_id, platform)
-- expect: 2
INSERT INTO core.integrations (workspace_id, founder_id, platform) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'gmail'),
  ('a0000000-0000-4000-8000-000000000001', NULL, 'gmail');
-- expect: error 23505
INSERT INTO core.integrations (workspace_id, founder_id, platform) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'gmail');
-- expect: error 23505
INSERT INTO core.integrations (workspace_id, founder_id, platform) VALUES
  ('a0000000-0000-4000-8000-000000000001', NULL, 'gmail');

-- case: a thread is imported once
-- guard: ALTER TABLE comms.threads DROP CONSTRAINT threads_unique_platform_external
-- expect: 1
INSERT INTO comms.threads (workspace_id, founder_id, platform, external_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'gmail', 't-1');
-- expect: error 23505
INSERT INTO comms.threads (workspace_id, founder_id, platform, external_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'gmail', 't-1');

-- case: a message is imported once
-- guard: ALTER TABLE comms.communications DROP CONSTRAINT communications_unique_platform_external
-- expect: 1
INSERT INTO comms.communications (workspace_id, founder_id, platform, source, external_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'gmail', 'email', 'm-1');
-- expect: error 23505
INSERT INTO comms.communications (workspace_id, founder_id, platform, source, external_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'gmail', 'email', 'm-1');

-- case: a meeting is imported once
-- guard: ALTER TABLE meetings.meetings DROP CONSTRAINT meetings_unique_platform_external
-- expect: 1
INSERT INTO meetings.meetings (workspace_id, founder_id, platform, external_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'zoom', 'z-1');
-- expect: error 23505
INSERT INTO meetings.meetings (workspace_id, founder_id, platform, external_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'zoom', 'z-1');

-- case: a transcript is imported once
-- guard: ALTER TABLE meetings.transcripts DROP CONSTRAINT transcripts_unique_provider_external
-- expect: 1
INSERT INTO meetings.transcripts (workspace_id, founder_id, provider, external_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'otter', 'o-1');
-- expect: error 23505
INSERT INTO meetings.transcripts (workspace_id, founder_id, provider, external_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'otter', 'o-1');

-- case: a recording is imported once
-- guard: ALTER TABLE media.media_assets DROP CONSTRAINT media_unique_platform_external
-- expect: 1
INSERT INTO media.media_assets (workspace_id, founder_id, platform, external_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'loom', 'l-1');
-- expect: error 23505
INSERT INTO media.media_assets (workspace_id, founder_id, platform, external_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'loom', 'l-1');

-- case: a figure is measured once at a time
-- guard: ALTER TABLE intel.kpi_metrics
--   DROP CONSTRAINT kpi_metrics_workspace_id_founder_id_name_measured_at_key
-- expect: 1
INSERT INTO intel.kpi_metrics (workspace_id, founder_id, name, value, measured_at) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'revenue', 1000, '2026-01-15');
-- expect: error 23505
INSERT INTO intel.kpi_metrics (workspace_id, founder_id, name, value, measured_at) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'revenue', 1000, '2026-01-15');

-- case: a project's name is taken once in a workspace
-- guard: ALTER TABLE work.projects DROP CONSTRAINT projects_workspace_id_name_key
-- expect: 1
INSERT INTO work.projects (workspace_id, founder_id, name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'Launch');
-- expect: error 23505
INSERT INTO work.projects (workspace_id, founder_id, name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'Launch');

-- case: an embedding is queued once per model
-- guard: ALTER TABLE ops.embedding_jobs DROP CONSTRAINT embedding_jobs_workspace_id_target_table_target_id_model_key
-- expect: 1
INSERT INTO ops.embedding_jobs (workspace_id, target_table, target_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'core.contacts', 'a0000000-0000-4000-8000-000000000031');
-- expect: error 23505
INSERT INTO ops.embedding_jobs (workspace_id, target_table, target_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'core.contacts', 'a0000000-0000-4000-8000-000000000031');

-- case: two workspaces may import the same item of a platform
-- guard: ALTER TABLE comms.threads DROP CONSTRAINT threads_unique_platform_external;
--   ALTER TABLE comms.threads ADD UNIQUE (platform, external_id)
-- expect: 2
INSERT INTO comms.threads (workspace_id, founder_id, platform, external_id)
SELECT workspace_id, id, 'gmail', 't-1' FROM core.founders;

-- case: a task of another platform is linked once per workspace, and two workspaces may link it
-- guard: ALTER TABLE work.task_links DROP CONSTRAINT task_links_unique_platform_external
-- guard: ALTER TABLE work.task_links DROP CONSTRAINT task_links_unique_platform_external;
--   ALTER TABLE work.task_links ADD UNIQUE (platform, external_id)
INSERT INTO work.tasks (workspace_id, founder_id, title)
SELECT workspace_id, id, 'Send the plan' FROM core.founders;
-- expect: 2
INSERT INTO work.task_links (workspace_id, task_id, platform, external_id)
SELECT workspace_id, id, 'monday', 'item-1' FROM work.tasks;
-- expect: error 23505
INSERT INTO work.task_links (workspace_id, task_id, platform, external_id)
SELECT workspace_id, id, 'monday', 'item-1' FROM work.tasks;

-- case: a part of a transcript has its place once
-- guard: ALTER TABLE meetings.transcript_chunks DROP CONSTRAINT chunks_unique_transcript_index
INSERT INTO meetings.transcripts (workspace_id, id, founder_id, provider) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000071', 'a0000000-0000-4000-8000-000000000021', 'otter');
-- expect: 1
INSERT INTO meetings.transcript_chunks (workspace_id, transcript_id, chunk_index, text) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000071', 0, 'Good morning.');
-- expect: error 23505
INSERT INTO meetings.transcript_chunks (workspace_id, transcript_id, chunk_index, text) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000071', 0, 'Good evening.');

-- case: a service key exists once in all workspaces, and only as a digest
-- guard: ALTER TABLE core.service_accounts DROP CONSTRAINT service_accounts_key_hash_key
-- guard: ALTER TABLE core.service_accounts DROP CONSTRAINT service_accounts_key_hash_check
-- expect: 1
INSERT INTO core.service_accounts (workspace_id, name, key_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Importer', repeat('0', 64));
-- expect: error 23505
INSERT INTO core.service_accounts (workspace_id, name, key_hash) VALUES
  ('b0000000-0000-4000-8000-000000000001', 'Importer', repeat('0', 64));
-- expect: error 23514
INSERT INTO core.service_accounts (workspace_id, name, key_hash) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Exporter', 'the key itself');

-- case: names are not blank and addresses look like addresses
-- guard: ALTER TABLE core.workspaces DROP CONSTRAINT workspaces_name_check
-- guard: ALTER TABLE core.contacts DROP CONSTRAINT contacts_name_check
-- guard: ALTER TABLE work.tasks DROP CONSTRAINT tasks_title_check
-- guard: ALTER TABLE core.founders DROP CONSTRAINT founders_email_check
-- expect: error 23514
INSERT INTO core.workspaces (name) VALUES (' ');
-- expect: error 23514
INSERT INTO core.contacts (workspace_id, founder_id, name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', '');
-- expect: error 23514
INSERT INTO work.tasks (workspace_id, founder_id, title) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', E'\t');
-- expect: error 23514
UPDATE core.founders SET email = 'ada at example.com';

-- case: a word that is none of the known ones is refused
-- guard: ALTER TABLE core.contacts DROP CONSTRAINT contacts_type_check
-- guard: ALTER TABLE work.projects DROP CONSTRAINT projects_status_check
-- guard: ALTER TABLE ops.embedding_jobs DROP CONSTRAINT embedding_jobs_target_table_check
-- guard: ALTER TABLE meetings.action_items DROP CONSTRAINT action_items_status_check
-- expect: error 23514
INSERT INTO core.contacts (workspace_id, founder_id, name, type) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'Iris Vale', 'friend');
-- expect: error 23514
INSERT INTO work.projects (workspace_id, founder_id, name, status) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'Launch', 'dreaming');
-- expect: error 23514
INSERT INTO ops.embedding_jobs (workspace_id, target_table, target_id) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'core.members', 'a0000000-0000-4000-8000-000000000031');
-- expect: error 23514
INSERT INTO meetings.action_items (workspace_id, founder_id, description, status) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'Send the plan', 'lost');

-- case: nothing ends before it begins
-- guard: ALTER TABLE meetings.meetings DROP CONSTRAINT meetings_valid_times
-- guard: ALTER TABLE work.projects DROP CONSTRAINT projects_valid_dates
-- expect: error 23514
INSERT INTO meetings.meetings (workspace_id, founder_id, platform, start_time, end_time) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'zoom', '2026-01-15 13:00+00', '2026-01-15 12:00+00');
-- expect: error 23514
INSERT INTO work.projects (workspace_id, founder_id, name, starts_on, ends_on) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'Launch', '2026-02-01', '2026-01-01');

-- case: confidence, impact and sentiment stay in their ranges
-- guard: ALTER TABLE intel.insights DROP CONSTRAINT insights_confidence_check
-- guard: ALTER TABLE intel.insights DROP CONSTRAINT insights_impact_score_check
-- guard: ALTER TABLE intel.decisions DROP CONSTRAINT decisions_confidence_check
-- guard: ALTER TABLE comms.communications DROP CONSTRAINT communications_sentiment_score
-- expect: error 23514
INSERT INTO intel.insights (workspace_id, founder_id, insight_type, content, confidence) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'risk', '{}', 1.01);
-- expect: error 23514
INSERT INTO intel.insights (workspace_id, founder_id, insight_type, content, impact_score) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'risk', '{}', -0.01);
-- expect: error 23514
INSERT INTO intel.decisions (workspace_id, founder_id, title, confidence) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'Which supplier?', 2);
-- expect: error 23514
INSERT INTO comms.communications (workspace_id, founder_id, platform, source, sentiment) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000021', 'gmail', 'email', '{"score": -1.5}');

-- case: a decision has a time exactly when it is taken
-- guard: ALTER TABLE intel.decisions DROP CONSTRAINT decisions_taken_at
-- expect: error 23514
INSERT INTO intel.decisions (workspace_id, founder_id, title, taken) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'Which supplier?', true);
-- expect: error 23514
INSERT INTO intel.decisions (workspace_id, founder_id, title, taken_at) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'Which supplier?', now());

-- case: an attachment has no negative size
-- guard: ALTER TABLE comms.attachments DROP CONSTRAINT attachments_size_bytes_check
INSERT INTO comms.communications (workspace_id, id, founder_id, platform, source) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000081', 'a0000000-0000-4000-8000-000000000021', 'gmail', 'email');
-- expect: error 23514
INSERT INTO comms.attachments (workspace_id, communication_id, filename, storage_uri, size_bytes) VALUES
  ('a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000081', 'plan.pdf', 'store://plan.pdf', -1);
