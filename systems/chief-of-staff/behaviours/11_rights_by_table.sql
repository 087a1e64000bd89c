-- The rights of each role on all 30 tables, as one list per role. Every role is a founder too and has a row
-- in each table with the data of founders. The columns of the lists: may a row be added for the own founder;
-- for another founder; how many of the rows can be changed; how many deleted.

INSERT INTO core.workspaces (id, name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs');
INSERT INTO core.members (workspace_id, user_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000012', 'admin'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000013', 'member'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000014', 'viewer'),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000015', 'service');
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
INSERT INTO core.integrations (workspace_id, founder_id, platform)
SELECT workspace_id, id, 'gmail' FROM core.founders;
INSERT INTO core.contacts (workspace_id, founder_id, name)
SELECT workspace_id, id, 'Contact' FROM core.founders;
INSERT INTO core.service_accounts (workspace_id, name, key_hash)
SELECT id, 'Importer', encode(sha256(id::text::bytea), 'hex') FROM core.workspaces;
INSERT INTO core.integration_syncs (workspace_id, integration_id)
SELECT workspace_id, id FROM core.integrations;
INSERT INTO comms.threads (workspace_id, founder_id, platform)
SELECT workspace_id, id, 'gmail' FROM core.founders;
INSERT INTO comms.communications (workspace_id, founder_id, thread_id, platform, source)
SELECT workspace_id, founder_id, id, 'gmail', 'email' FROM comms.threads;
INSERT INTO comms.attachments (workspace_id, communication_id, filename, storage_uri)
SELECT workspace_id, id, 'plan.pdf', 'store://plan.pdf' FROM comms.communications;
INSERT INTO meetings.meetings (workspace_id, founder_id, platform)
SELECT workspace_id, id, 'zoom' FROM core.founders;
INSERT INTO meetings.meeting_participants (workspace_id, meeting_id, name)
SELECT workspace_id, id, 'Guest' FROM meetings.meetings;
INSERT INTO meetings.transcripts (workspace_id, founder_id, meeting_id, provider)
SELECT workspace_id, founder_id, id, 'otter' FROM meetings.meetings;
INSERT INTO meetings.transcript_chunks (workspace_id, transcript_id, chunk_index, text)
SELECT workspace_id, id, 0, 'Good morning.' FROM meetings.transcripts;
INSERT INTO meetings.action_items (workspace_id, founder_id, description)
SELECT workspace_id, id, 'Send the plan' FROM core.founders;
INSERT INTO media.media_assets (workspace_id, founder_id, platform)
SELECT workspace_id, id, 'loom' FROM core.founders;
INSERT INTO media.media_transcripts (workspace_id, media_id, provider)
SELECT workspace_id, id, 'loom' FROM media.media_assets;
INSERT INTO media.media_chunks (workspace_id, media_transcript_id, chunk_index, text)
SELECT workspace_id, id, 0, 'Hello.' FROM media.media_transcripts;
INSERT INTO work.projects (workspace_id, founder_id, name)
SELECT workspace_id, id, 'Launch of ' || display_name FROM core.founders;
INSERT INTO work.tasks (workspace_id, founder_id, title)
SELECT workspace_id, id, 'Send the plan' FROM core.founders;
INSERT INTO work.task_links (workspace_id, task_id, platform, external_id)
SELECT workspace_id, id, 'monday', id::text FROM work.tasks;
INSERT INTO intel.briefings (workspace_id, founder_id, kind)
SELECT workspace_id, id, 'morning' FROM core.founders;
INSERT INTO intel.insights (workspace_id, founder_id, insight_type, content)
SELECT workspace_id, id, 'risk', '{}' FROM core.founders;
INSERT INTO intel.decisions (workspace_id, founder_id, title)
SELECT workspace_id, id, 'Which supplier?' FROM core.founders;
INSERT INTO intel.kpi_metrics (workspace_id, founder_id, name, value, measured_at)
SELECT workspace_id, id, 'revenue', 1000, now() FROM core.founders;
INSERT INTO ops.events (workspace_id, actor_type, event_type, payload)
SELECT id, 'system', 'workspace.created', '{}' FROM core.workspaces;
INSERT INTO ops.event_actors (workspace_id, event_id, role, actor_type, actor_id)
SELECT workspace_id, id, 'origin', 'agent', id FROM ops.events;
INSERT INTO ops.event_links (workspace_id, event_id, link_type, entity_type, entity_id)
SELECT workspace_id, id, 'references', 'workspace', workspace_id FROM ops.events;
INSERT INTO ops.event_snapshots (workspace_id, entity_type, entity_id, up_to_seq, state)
SELECT id, 'workspace', id, 1, '{}' FROM core.workspaces;
INSERT INTO ops.embedding_jobs (workspace_id, target_table, target_id)
SELECT workspace_id, 'core.contacts', id FROM core.contacts;

-- Tries a statement as whoever calls and undoes it. How many rows it touched, or the SQLSTATE.
CREATE FUNCTION pg_temp.try(statement text) RETURNS text LANGUAGE plpgsql AS $func$
DECLARE
  touched bigint;
BEGIN
  EXECUTE statement;
  GET DIAGNOSTICS touched = ROW_COUNT;
  RAISE EXCEPTION USING ERRCODE = 'YY000';
EXCEPTION
  WHEN SQLSTATE 'YY000' THEN RETURN touched::text;
  WHEN OTHERS THEN RETURN SQLSTATE;
END
$func$;
-- May a row be added? The policy speaks before any other rule, so that a row with nothing but its keys will
-- do: it is refused with 42501, or by what comes after the policy.
CREATE FUNCTION pg_temp.may_add(relation text, founder text) RETURNS text LANGUAGE sql AS $func$
  SELECT CASE pg_temp.try(CASE
    WHEN relation = 'core.workspaces' THEN 'INSERT INTO core.workspaces (name) VALUES (''New'')'
    WHEN EXISTS (
      SELECT FROM pg_attribute WHERE attrelid = relation::regclass AND attname = 'founder_id')
    THEN format('INSERT INTO %s (workspace_id, founder_id) VALUES (%L, %L)', relation,
      'a0000000-0000-4000-8000-000000000001', founder)
    ELSE format('INSERT INTO %s (workspace_id) VALUES (%L)', relation,
      'a0000000-0000-4000-8000-000000000001')
  END) WHEN '42501' THEN 'no' ELSE 'yes' END
$func$;
CREATE FUNCTION pg_temp.rights(own text, other text)
RETURNS TABLE (relation text, add_own text, add_other text, changed text, deleted text)
LANGUAGE sql AS $func$
  SELECT t.name, pg_temp.may_add(t.name, own), pg_temp.may_add(t.name, other),
    pg_temp.try(format('UPDATE %s SET id = id', t.name)), pg_temp.try(format('DELETE FROM %s', t.name))
  FROM (
    SELECT schemaname || '.' || tablename FROM pg_tables
    WHERE schemaname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
  ) AS t (name)
  ORDER BY t.name
$func$;

-- case: a viewer writes nothing, but may create a workspace of the own
-- guard: ALTER POLICY attachments_insert_policy ON comms.attachments WITH CHECK (true)
-- guard: ALTER POLICY communications_insert_policy ON comms.communications WITH CHECK (true)
-- guard: ALTER POLICY threads_insert_policy ON comms.threads WITH CHECK (true)
-- guard: ALTER POLICY contacts_insert_policy ON core.contacts WITH CHECK (true)
-- guard: ALTER POLICY founders_insert_policy ON core.founders WITH CHECK (true)
-- guard: ALTER POLICY integration_syncs_insert_policy ON core.integration_syncs WITH CHECK (true)
-- guard: ALTER POLICY integrations_insert_policy ON core.integrations WITH CHECK (true)
-- guard: ALTER POLICY members_insert_policy ON core.members WITH CHECK (true)
-- guard: ALTER POLICY service_accounts_insert_policy ON core.service_accounts WITH CHECK (true)
-- guard: ALTER POLICY workspaces_insert_policy ON core.workspaces WITH CHECK (false)
-- guard: ALTER POLICY briefings_insert_policy ON intel.briefings WITH CHECK (true)
-- guard: ALTER POLICY decisions_insert_policy ON intel.decisions WITH CHECK (true)
-- guard: ALTER POLICY insights_insert_policy ON intel.insights WITH CHECK (true)
-- guard: ALTER POLICY kpi_metrics_insert_policy ON intel.kpi_metrics WITH CHECK (true)
-- guard: ALTER POLICY media_assets_insert_policy ON media.media_assets WITH CHECK (true)
-- guard: ALTER POLICY media_chunks_insert_policy ON media.media_chunks WITH CHECK (true)
-- guard: ALTER POLICY media_transcripts_insert_policy ON media.media_transcripts WITH CHECK (true)
-- guard: ALTER POLICY action_items_insert_policy ON meetings.action_items WITH CHECK (true)
-- guard: ALTER POLICY meeting_participants_insert_policy ON meetings.meeting_participants WITH CHECK (true)
-- guard: ALTER POLICY meetings_insert_policy ON meetings.meetings WITH CHECK (true)
-- guard: ALTER POLICY transcript_chunks_insert_policy ON meetings.transcript_chunks WITH CHECK (true)
-- guard: ALTER POLICY transcripts_insert_policy ON meetings.transcripts WITH CHECK (true)
-- guard: ALTER POLICY embedding_jobs_insert_policy ON ops.embedding_jobs WITH CHECK (true)
-- guard: ALTER POLICY event_actors_insert_policy ON ops.event_actors WITH CHECK (true)
-- guard: ALTER POLICY event_links_insert_policy ON ops.event_links WITH CHECK (true)
-- guard: ALTER POLICY event_snapshots_insert_policy ON ops.event_snapshots WITH CHECK (true)
-- guard: ALTER POLICY events_insert_policy ON ops.events WITH CHECK (true)
-- guard: ALTER POLICY projects_insert_policy ON work.projects WITH CHECK (true)
-- guard: ALTER POLICY task_links_insert_policy ON work.task_links WITH CHECK (true)
-- guard: ALTER POLICY tasks_insert_policy ON work.tasks WITH CHECK (true)
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000014"}', true);
SET LOCAL ROLE authenticated;
-- expect: rows
--   comms.attachments | no | no | 0 | 0
--   comms.communications | no | no | 0 | 0
--   comms.threads | no | no | 0 | 0
--   core.contacts | no | no | 0 | 0
--   core.founders | no | no | 0 | 0
--   core.integration_syncs | no | no | 0 | 0
--   core.integrations | no | no | 0 | 0
--   core.members | no | no | 0 | 0
--   core.service_accounts | no | no | 0 | 0
--   core.workspaces | yes | yes | 0 | 0
--   intel.briefings | no | no | 0 | 0
--   intel.decisions | no | no | 0 | 0
--   intel.insights | no | no | 0 | 0
--   intel.kpi_metrics | no | no | 0 | 0
--   media.media_assets | no | no | 0 | 0
--   media.media_chunks | no | no | 0 | 0
--   media.media_transcripts | no | no | 0 | 0
--   meetings.action_items | no | no | 0 | 0
--   meetings.meeting_participants | no | no | 0 | 0
--   meetings.meetings | no | no | 0 | 0
--   meetings.transcript_chunks | no | no | 0 | 0
--   meetings.transcripts | no | no | 0 | 0
--   ops.embedding_jobs | no | no | 0 | 0
--   ops.event_actors | no | no | 0 | 0
--   ops.event_links | no | no | 0 | 0
--   ops.event_snapshots | no | no | 0 | 0
--   ops.events | no | no | 0 | 0
--   work.projects | no | no | 0 | 0
--   work.task_links | no | no | 0 | 0
--   work.tasks | no | no | 0 | 0
SELECT * FROM pg_temp.rights(
  'a0000000-0000-4000-8000-000000000024', 'a0000000-0000-4000-8000-000000000021');

-- case: a member writes the data of the own founder and whatever hangs below it
-- guard: ALTER POLICY attachments_update_policy ON comms.attachments USING (false) WITH CHECK (false)
-- guard: ALTER POLICY communications_update_policy ON comms.communications USING (false) WITH CHECK (false)
-- guard: ALTER POLICY threads_update_policy ON comms.threads USING (false) WITH CHECK (false)
-- guard: ALTER POLICY contacts_update_policy ON core.contacts USING (false) WITH CHECK (false)
-- guard: ALTER POLICY founders_update_policy ON core.founders USING (false) WITH CHECK (false)
-- guard: ALTER POLICY integration_syncs_update_policy ON core.integration_syncs
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY integrations_update_policy ON core.integrations USING (false) WITH CHECK (false)
-- guard: ALTER POLICY members_update_policy ON core.members USING (true) WITH CHECK (true)
-- guard: ALTER POLICY service_accounts_select_policy ON core.service_accounts USING (true);
--   ALTER POLICY service_accounts_update_policy ON core.service_accounts USING (true) WITH CHECK (true)
-- guard: ALTER POLICY workspaces_update_policy ON core.workspaces USING (true) WITH CHECK (true)
-- guard: ALTER POLICY briefings_update_policy ON intel.briefings USING (false) WITH CHECK (false)
-- guard: ALTER POLICY decisions_update_policy ON intel.decisions USING (false) WITH CHECK (false)
-- guard: ALTER POLICY insights_update_policy ON intel.insights USING (false) WITH CHECK (false)
-- guard: ALTER POLICY kpi_metrics_update_policy ON intel.kpi_metrics USING (false) WITH CHECK (false)
-- guard: ALTER POLICY media_assets_update_policy ON media.media_assets USING (false) WITH CHECK (false)
-- guard: ALTER POLICY media_chunks_update_policy ON media.media_chunks USING (false) WITH CHECK (false)
-- guard: ALTER POLICY media_transcripts_update_policy ON media.media_transcripts
--   USING (false) WITH CHECK (false)
-- guard: ALTER POLICY action_items_update_policy ON meetings.action_items USING (false) WITH CHECK (false)
-- guard: ALTER POLICY meeting_participants_update_policy ON meetings.meeting_participants
--   USING (false) WITH CHECK (false)
-- guard: ALTER POLICY meetings_update_policy ON meetings.meetings USING (false) WITH CHECK (false)
-- guard: ALTER POLICY transcript_chunks_update_policy ON meetings.transcript_chunks
--   USING (false) WITH CHECK (false)
-- guard: ALTER POLICY transcripts_update_policy ON meetings.transcripts USING (false) WITH CHECK (false)
-- guard: ALTER POLICY embedding_jobs_update_policy ON ops.embedding_jobs USING (true) WITH CHECK (true)
-- guard: ALTER POLICY event_actors_update_policy ON ops.event_actors USING (true) WITH CHECK (true)
-- guard: ALTER POLICY event_links_update_policy ON ops.event_links USING (true) WITH CHECK (true)
-- guard: ALTER POLICY event_snapshots_update_policy ON ops.event_snapshots USING (true) WITH CHECK (true)
-- guard: ALTER POLICY events_update_policy ON ops.events USING (true) WITH CHECK (true)
-- guard: ALTER POLICY projects_update_policy ON work.projects USING (false) WITH CHECK (false)
-- guard: ALTER POLICY task_links_update_policy ON work.task_links USING (false) WITH CHECK (false)
-- guard: ALTER POLICY tasks_update_policy ON work.tasks USING (false) WITH CHECK (false)
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000013"}', true);
SET LOCAL ROLE authenticated;
-- expect: rows
--   comms.attachments | yes | yes | 5 | 5
--   comms.communications | yes | no | 1 | 1
--   comms.threads | yes | no | 1 | 1
--   core.contacts | yes | no | 1 | 1
--   core.founders | no | no | 1 | 0
--   core.integration_syncs | no | no | 0 | 0
--   core.integrations | yes | no | 1 | 1
--   core.members | no | no | 0 | 0
--   core.service_accounts | no | no | 0 | 0
--   core.workspaces | yes | yes | 0 | 0
--   intel.briefings | yes | no | 1 | 1
--   intel.decisions | yes | no | 1 | 1
--   intel.insights | yes | no | 1 | 1
--   intel.kpi_metrics | yes | no | 1 | 1
--   media.media_assets | yes | no | 1 | 1
--   media.media_chunks | yes | yes | 5 | 5
--   media.media_transcripts | yes | yes | 5 | 5
--   meetings.action_items | yes | no | 1 | 1
--   meetings.meeting_participants | yes | yes | 5 | 5
--   meetings.meetings | yes | no | 1 | 1
--   meetings.transcript_chunks | yes | yes | 5 | 5
--   meetings.transcripts | yes | no | 1 | 1
--   ops.embedding_jobs | no | no | 0 | 0
--   ops.event_actors | yes | yes | 0 | 0
--   ops.event_links | yes | yes | 0 | 0
--   ops.event_snapshots | yes | yes | 0 | 0
--   ops.events | yes | yes | 0 | 0
--   work.projects | yes | no | 1 | 1
--   work.task_links | yes | yes | 5 | 5
--   work.tasks | yes | no | 1 | 1
SELECT * FROM pg_temp.rights(
  'a0000000-0000-4000-8000-000000000023', 'a0000000-0000-4000-8000-000000000021');

-- case: a service account writes what a member does
-- guard: ALTER POLICY attachments_delete_policy ON comms.attachments USING (false)
-- guard: ALTER POLICY communications_delete_policy ON comms.communications USING (false)
-- guard: ALTER POLICY threads_delete_policy ON comms.threads USING (false)
-- guard: ALTER POLICY contacts_delete_policy ON core.contacts USING (false)
-- guard: ALTER POLICY founders_delete_policy ON core.founders USING (true)
-- guard: ALTER POLICY integration_syncs_delete_policy ON core.integration_syncs USING (true)
-- guard: ALTER POLICY integrations_delete_policy ON core.integrations USING (false)
-- guard: ALTER POLICY members_delete_policy ON core.members USING (true)
-- guard: ALTER POLICY service_accounts_select_policy ON core.service_accounts USING (true);
--   ALTER POLICY service_accounts_delete_policy ON core.service_accounts USING (true)
-- guard: ALTER POLICY workspaces_delete_policy ON core.workspaces USING (true)
-- guard: ALTER POLICY briefings_delete_policy ON intel.briefings USING (false)
-- guard: ALTER POLICY decisions_delete_policy ON intel.decisions USING (false)
-- guard: ALTER POLICY insights_delete_policy ON intel.insights USING (false)
-- guard: ALTER POLICY kpi_metrics_delete_policy ON intel.kpi_metrics USING (false)
-- guard: ALTER POLICY media_assets_delete_policy ON media.media_assets USING (false)
-- guard: ALTER POLICY media_chunks_delete_policy ON media.media_chunks USING (false)
-- guard: ALTER POLICY media_transcripts_delete_policy ON media.media_transcripts USING (false)
-- guard: ALTER POLICY action_items_delete_policy ON meetings.action_items USING (false)
-- guard: ALTER POLICY meeting_participants_delete_policy ON meetings.meeting_participants USING (false)
-- guard: ALTER POLICY meetings_delete_policy ON meetings.meetings USING (false)
-- guard: ALTER POLICY transcript_chunks_delete_policy ON meetings.transcript_chunks USING (false)
-- guard: ALTER POLICY transcripts_delete_policy ON meetings.transcripts USING (false)
-- guard: ALTER POLICY embedding_jobs_delete_policy ON ops.embedding_jobs USING (true)
-- guard: ALTER POLICY event_actors_delete_policy ON ops.event_actors USING (true)
-- guard: ALTER POLICY event_links_delete_policy ON ops.event_links USING (true)
-- guard: ALTER POLICY event_snapshots_delete_policy ON ops.event_snapshots USING (true)
-- guard: ALTER POLICY events_delete_policy ON ops.events USING (true)
-- guard: ALTER POLICY projects_delete_policy ON work.projects USING (false)
-- guard: ALTER POLICY task_links_delete_policy ON work.task_links USING (false)
-- guard: ALTER POLICY tasks_delete_policy ON work.tasks USING (false)
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000015"}', true);
SET LOCAL ROLE authenticated;
-- expect: rows
--   comms.attachments | yes | yes | 5 | 5
--   comms.communications | yes | no | 1 | 1
--   comms.threads | yes | no | 1 | 1
--   core.contacts | yes | no | 1 | 1
--   core.founders | no | no | 1 | 0
--   core.integration_syncs | no | no | 0 | 0
--   core.integrations | yes | no | 1 | 1
--   core.members | no | no | 0 | 0
--   core.service_accounts | no | no | 0 | 0
--   core.workspaces | yes | yes | 0 | 0
--   intel.briefings | yes | no | 1 | 1
--   intel.decisions | yes | no | 1 | 1
--   intel.insights | yes | no | 1 | 1
--   intel.kpi_metrics | yes | no | 1 | 1
--   media.media_assets | yes | no | 1 | 1
--   media.media_chunks | yes | yes | 5 | 5
--   media.media_transcripts | yes | yes | 5 | 5
--   meetings.action_items | yes | no | 1 | 1
--   meetings.meeting_participants | yes | yes | 5 | 5
--   meetings.meetings | yes | no | 1 | 1
--   meetings.transcript_chunks | yes | yes | 5 | 5
--   meetings.transcripts | yes | no | 1 | 1
--   ops.embedding_jobs | no | no | 0 | 0
--   ops.event_actors | yes | yes | 0 | 0
--   ops.event_links | yes | yes | 0 | 0
--   ops.event_snapshots | yes | yes | 0 | 0
--   ops.events | yes | yes | 0 | 0
--   work.projects | yes | no | 1 | 1
--   work.task_links | yes | yes | 5 | 5
--   work.tasks | yes | no | 1 | 1
SELECT * FROM pg_temp.rights(
  'a0000000-0000-4000-8000-000000000025', 'a0000000-0000-4000-8000-000000000021');

-- case: an admin writes the data of all founders, but no service accounts and no owners
-- guard: ALTER POLICY attachments_delete_policy ON comms.attachments USING (false)
-- guard: ALTER POLICY communications_delete_policy ON comms.communications USING (false)
-- guard: ALTER POLICY threads_delete_policy ON comms.threads USING (false)
-- guard: ALTER POLICY contacts_delete_policy ON core.contacts USING (false)
-- guard: ALTER POLICY founders_delete_policy ON core.founders USING (true)
-- guard: ALTER POLICY integration_syncs_delete_policy ON core.integration_syncs USING (false)
-- guard: ALTER POLICY integrations_delete_policy ON core.integrations USING (false)
-- guard: ALTER POLICY members_delete_policy ON core.members USING (true)
-- guard: ALTER POLICY service_accounts_select_policy ON core.service_accounts USING (true);
--   ALTER POLICY service_accounts_delete_policy ON core.service_accounts USING (true)
-- guard: ALTER POLICY workspaces_delete_policy ON core.workspaces USING (true)
-- guard: ALTER POLICY briefings_delete_policy ON intel.briefings USING (false)
-- guard: ALTER POLICY decisions_delete_policy ON intel.decisions USING (false)
-- guard: ALTER POLICY insights_delete_policy ON intel.insights USING (false)
-- guard: ALTER POLICY kpi_metrics_delete_policy ON intel.kpi_metrics USING (false)
-- guard: ALTER POLICY media_assets_delete_policy ON media.media_assets USING (false)
-- guard: ALTER POLICY media_chunks_delete_policy ON media.media_chunks USING (false)
-- guard: ALTER POLICY media_transcripts_delete_policy ON media.media_transcripts USING (false)
-- guard: ALTER POLICY action_items_delete_policy ON meetings.action_items USING (false)
-- guard: ALTER POLICY meeting_participants_delete_policy ON meetings.meeting_participants USING (false)
-- guard: ALTER POLICY meetings_delete_policy ON meetings.meetings USING (false)
-- guard: ALTER POLICY transcript_chunks_delete_policy ON meetings.transcript_chunks USING (false)
-- guard: ALTER POLICY transcripts_delete_policy ON meetings.transcripts USING (false)
-- guard: ALTER POLICY embedding_jobs_delete_policy ON ops.embedding_jobs USING (false)
-- guard: ALTER POLICY event_actors_delete_policy ON ops.event_actors USING (true)
-- guard: ALTER POLICY event_links_delete_policy ON ops.event_links USING (true)
-- guard: ALTER POLICY event_snapshots_delete_policy ON ops.event_snapshots USING (true)
-- guard: ALTER POLICY events_delete_policy ON ops.events USING (true)
-- guard: ALTER POLICY projects_delete_policy ON work.projects USING (false)
-- guard: ALTER POLICY task_links_delete_policy ON work.task_links USING (false)
-- guard: ALTER POLICY tasks_delete_policy ON work.tasks USING (false)
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000012"}', true);
SET LOCAL ROLE authenticated;
-- expect: rows
--   comms.attachments | yes | yes | 5 | 5
--   comms.communications | yes | no | 5 | 5
--   comms.threads | yes | no | 5 | 5
--   core.contacts | yes | yes | 5 | 5
--   core.founders | yes | yes | 5 | 0
--   core.integration_syncs | yes | yes | 5 | 5
--   core.integrations | yes | yes | 5 | 5
--   core.members | yes | yes | 4 | 0
--   core.service_accounts | no | no | 0 | 0
--   core.workspaces | yes | yes | 0 | 0
--   intel.briefings | yes | no | 5 | 5
--   intel.decisions | yes | no | 5 | 5
--   intel.insights | yes | no | 5 | 5
--   intel.kpi_metrics | yes | no | 5 | 5
--   media.media_assets | yes | no | 5 | 5
--   media.media_chunks | yes | yes | 5 | 5
--   media.media_transcripts | yes | yes | 5 | 5
--   meetings.action_items | yes | no | 5 | 5
--   meetings.meeting_participants | yes | yes | 5 | 5
--   meetings.meetings | yes | no | 5 | 5
--   meetings.transcript_chunks | yes | yes | 5 | 5
--   meetings.transcripts | yes | no | 5 | 5
--   ops.embedding_jobs | yes | yes | 5 | 5
--   ops.event_actors | yes | yes | 0 | 0
--   ops.event_links | yes | yes | 0 | 0
--   ops.event_snapshots | yes | yes | 0 | 0
--   ops.events | yes | yes | 0 | 0
--   work.projects | yes | no | 5 | 5
--   work.task_links | yes | yes | 5 | 5
--   work.tasks | yes | no | 5 | 5
SELECT * FROM pg_temp.rights(
  'a0000000-0000-4000-8000-000000000022', 'a0000000-0000-4000-8000-000000000021');

-- case: an owner writes everything but the log
-- guard: ALTER POLICY attachments_update_policy ON comms.attachments USING (false) WITH CHECK (false)
-- guard: ALTER POLICY communications_update_policy ON comms.communications USING (false) WITH CHECK (false)
-- guard: ALTER POLICY threads_update_policy ON comms.threads USING (false) WITH CHECK (false)
-- guard: ALTER POLICY contacts_update_policy ON core.contacts USING (false) WITH CHECK (false)
-- guard: ALTER POLICY founders_update_policy ON core.founders USING (false) WITH CHECK (false)
-- guard: ALTER POLICY integration_syncs_update_policy ON core.integration_syncs
--   USING (false) WITH CHECK (false)
-- guard: ALTER POLICY integrations_update_policy ON core.integrations USING (false) WITH CHECK (false)
-- guard: ALTER POLICY members_update_policy ON core.members USING (false) WITH CHECK (false)
-- guard: ALTER POLICY service_accounts_update_policy ON core.service_accounts
--   USING (false) WITH CHECK (false)
-- guard: ALTER POLICY workspaces_update_policy ON core.workspaces USING (false) WITH CHECK (false)
-- guard: ALTER POLICY briefings_update_policy ON intel.briefings USING (false) WITH CHECK (false)
-- guard: ALTER POLICY decisions_update_policy ON intel.decisions USING (false) WITH CHECK (false)
-- guard: ALTER POLICY insights_update_policy ON intel.insights USING (false) WITH CHECK (false)
-- guard: ALTER POLICY kpi_metrics_update_policy ON intel.kpi_metrics USING (false) WITH CHECK (false)
-- guard: ALTER POLICY media_assets_update_policy ON media.media_assets USING (false) WITH CHECK (false)
-- guard: ALTER POLICY media_chunks_update_policy ON media.media_chunks USING (false) WITH CHECK (false)
-- guard: ALTER POLICY media_transcripts_update_policy ON media.media_transcripts
--   USING (false) WITH CHECK (false)
-- guard: ALTER POLICY action_items_update_policy ON meetings.action_items USING (false) WITH CHECK (false)
-- guard: ALTER POLICY meeting_participants_update_policy ON meetings.meeting_participants
--   USING (false) WITH CHECK (false)
-- guard: ALTER POLICY meetings_update_policy ON meetings.meetings USING (false) WITH CHECK (false)
-- guard: ALTER POLICY transcript_chunks_update_policy ON meetings.transcript_chunks
--   USING (false) WITH CHECK (false)
-- guard: ALTER POLICY transcripts_update_policy ON meetings.transcripts USING (false) WITH CHECK (false)
-- guard: ALTER POLICY embedding_jobs_update_policy ON ops.embedding_jobs USING (false) WITH CHECK (false)
-- guard: ALTER POLICY event_actors_update_policy ON ops.event_actors USING (true) WITH CHECK (true)
-- guard: ALTER POLICY event_links_update_policy ON ops.event_links USING (true) WITH CHECK (true)
-- guard: ALTER POLICY event_snapshots_update_policy ON ops.event_snapshots USING (true) WITH CHECK (true)
-- guard: ALTER POLICY events_update_policy ON ops.events USING (true) WITH CHECK (true)
-- guard: ALTER POLICY projects_update_policy ON work.projects USING (false) WITH CHECK (false)
-- guard: ALTER POLICY task_links_update_policy ON work.task_links USING (false) WITH CHECK (false)
-- guard: ALTER POLICY tasks_update_policy ON work.tasks USING (false) WITH CHECK (false)
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
SET LOCAL ROLE authenticated;
-- expect: rows
--   comms.attachments | yes | yes | 5 | 5
--   comms.communications | yes | no | 5 | 5
--   comms.threads | yes | no | 5 | 5
--   core.contacts | yes | yes | 5 | 5
--   core.founders | yes | yes | 5 | 5
--   core.integration_syncs | yes | yes | 5 | 5
--   core.integrations | yes | yes | 5 | 5
--   core.members | yes | yes | 5 | 23001
--   core.service_accounts | yes | yes | 1 | 1
--   core.workspaces | yes | yes | 1 | 1
--   intel.briefings | yes | no | 5 | 5
--   intel.decisions | yes | no | 5 | 5
--   intel.insights | yes | no | 5 | 5
--   intel.kpi_metrics | yes | no | 5 | 5
--   media.media_assets | yes | no | 5 | 5
--   media.media_chunks | yes | yes | 5 | 5
--   media.media_transcripts | yes | yes | 5 | 5
--   meetings.action_items | yes | no | 5 | 5
--   meetings.meeting_participants | yes | yes | 5 | 5
--   meetings.meetings | yes | no | 5 | 5
--   meetings.transcript_chunks | yes | yes | 5 | 5
--   meetings.transcripts | yes | no | 5 | 5
--   ops.embedding_jobs | yes | yes | 5 | 5
--   ops.event_actors | yes | yes | 0 | 0
--   ops.event_links | yes | yes | 0 | 0
--   ops.event_snapshots | yes | yes | 0 | 0
--   ops.events | yes | yes | 0 | 0
--   work.projects | yes | no | 5 | 5
--   work.task_links | yes | yes | 5 | 5
--   work.tasks | yes | no | 5 | 5
SELECT * FROM pg_temp.rights(
  'a0000000-0000-4000-8000-000000000021', 'a0000000-0000-4000-8000-000000000022');
