-- All 30 tables, one by one: every table has a row in each of two workspaces, and the owner of one workspace
-- tries each verb on the rows of the other. Each guard opens one table.

INSERT INTO core.workspaces (id, name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs'),
  ('b0000000-0000-4000-8000-000000000001', 'Harbour Robotics');
INSERT INTO core.members (workspace_id, user_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner'),
  ('b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000011', 'owner');
INSERT INTO core.founders (workspace_id, user_id) SELECT workspace_id, user_id FROM core.members;
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
SELECT workspace_id, id, 'Launch' FROM core.founders;
INSERT INTO work.tasks (workspace_id, founder_id, title)
SELECT workspace_id, id, 'Send the plan' FROM core.founders;
INSERT INTO work.task_links (workspace_id, task_id, platform, external_id)
SELECT workspace_id, id, 'monday', 'item-1' FROM work.tasks;
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

-- Runs a statement on each table, as whoever calls; {key} stands for the column with the workspace. Answers
-- with the tables on which it touched rows or failed; a failure says its SQLSTATE.
CREATE FUNCTION pg_temp.touched(statement text) RETURNS TABLE (relation text, outcome text)
LANGUAGE plpgsql AS $func$
DECLARE
  touched_rows bigint;
BEGIN
  FOR relation IN
    SELECT schemaname || '.' || tablename FROM pg_tables
    WHERE schemaname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
    ORDER BY 1
  LOOP
    BEGIN
      EXECUTE replace(replace(statement, '{table}', relation), '{key}',
        CASE relation WHEN 'core.workspaces' THEN 'id' ELSE 'workspace_id' END);
      GET DIAGNOSTICS touched_rows = ROW_COUNT;
      outcome := nullif(touched_rows, 0)::text;
    EXCEPTION WHEN OTHERS THEN
      outcome := SQLSTATE;
    END;
    IF outcome IS NOT NULL THEN
      RETURN NEXT;
    END IF;
  END LOOP;
END
$func$;

-- case: no table shows a row of another workspace
-- guard: ALTER POLICY workspaces_select_policy ON core.workspaces USING (true)
-- guard: ALTER POLICY members_select_policy ON core.members USING (true)
-- guard: ALTER POLICY founders_select_policy ON core.founders USING (true)
-- guard: ALTER POLICY integrations_select_policy ON core.integrations USING (true)
-- guard: ALTER POLICY contacts_select_policy ON core.contacts USING (true)
-- guard: ALTER POLICY service_accounts_select_policy ON core.service_accounts USING (true)
-- guard: ALTER POLICY integration_syncs_select_policy ON core.integration_syncs USING (true)
-- guard: ALTER POLICY threads_select_policy ON comms.threads USING (true)
-- guard: ALTER POLICY communications_select_policy ON comms.communications USING (true)
-- guard: ALTER POLICY attachments_select_policy ON comms.attachments USING (true)
-- guard: ALTER POLICY meetings_select_policy ON meetings.meetings USING (true)
-- guard: ALTER POLICY meeting_participants_select_policy ON meetings.meeting_participants USING (true)
-- guard: ALTER POLICY transcripts_select_policy ON meetings.transcripts USING (true)
-- guard: ALTER POLICY transcript_chunks_select_policy ON meetings.transcript_chunks USING (true)
-- guard: ALTER POLICY action_items_select_policy ON meetings.action_items USING (true)
-- guard: ALTER POLICY media_assets_select_policy ON media.media_assets USING (true)
-- guard: ALTER POLICY media_transcripts_select_policy ON media.media_transcripts USING (true)
-- guard: ALTER POLICY media_chunks_select_policy ON media.media_chunks USING (true)
-- guard: ALTER POLICY projects_select_policy ON work.projects USING (true)
-- guard: ALTER POLICY tasks_select_policy ON work.tasks USING (true)
-- guard: ALTER POLICY task_links_select_policy ON work.task_links USING (true)
-- guard: ALTER POLICY briefings_select_policy ON intel.briefings USING (true)
-- guard: ALTER POLICY insights_select_policy ON intel.insights USING (true)
-- guard: ALTER POLICY decisions_select_policy ON intel.decisions USING (true)
-- guard: ALTER POLICY kpi_metrics_select_policy ON intel.kpi_metrics USING (true)
-- guard: ALTER POLICY events_select_policy ON ops.events USING (true)
-- guard: ALTER POLICY event_actors_select_policy ON ops.event_actors USING (true)
-- guard: ALTER POLICY event_links_select_policy ON ops.event_links USING (true)
-- guard: ALTER POLICY event_snapshots_select_policy ON ops.event_snapshots USING (true)
-- guard: ALTER POLICY embedding_jobs_select_policy ON ops.embedding_jobs USING (true)
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: none
SELECT * FROM pg_temp.touched('SELECT FROM {table} WHERE {key} = ''b0000000-0000-4000-8000-000000000001''');

-- case: every table shows the rows of the own workspace to its owner
-- guard: ALTER POLICY workspaces_select_policy ON core.workspaces USING (false)
-- guard: ALTER POLICY members_select_policy ON core.members USING (false)
-- guard: ALTER POLICY founders_select_policy ON core.founders USING (false)
-- guard: ALTER POLICY integrations_select_policy ON core.integrations USING (false)
-- guard: ALTER POLICY contacts_select_policy ON core.contacts USING (false)
-- guard: ALTER POLICY service_accounts_select_policy ON core.service_accounts USING (false)
-- guard: ALTER POLICY integration_syncs_select_policy ON core.integration_syncs USING (false)
-- guard: ALTER POLICY threads_select_policy ON comms.threads USING (false)
-- guard: ALTER POLICY communications_select_policy ON comms.communications USING (false)
-- guard: ALTER POLICY attachments_select_policy ON comms.attachments USING (false)
-- guard: ALTER POLICY meetings_select_policy ON meetings.meetings USING (false)
-- guard: ALTER POLICY meeting_participants_select_policy ON meetings.meeting_participants USING (false)
-- guard: ALTER POLICY transcripts_select_policy ON meetings.transcripts USING (false)
-- guard: ALTER POLICY transcript_chunks_select_policy ON meetings.transcript_chunks USING (false)
-- guard: ALTER POLICY action_items_select_policy ON meetings.action_items USING (false)
-- guard: ALTER POLICY media_assets_select_policy ON media.media_assets USING (false)
-- guard: ALTER POLICY media_transcripts_select_policy ON media.media_transcripts USING (false)
-- guard: ALTER POLICY media_chunks_select_policy ON media.media_chunks USING (false)
-- guard: ALTER POLICY projects_select_policy ON work.projects USING (false)
-- guard: ALTER POLICY tasks_select_policy ON work.tasks USING (false)
-- guard: ALTER POLICY task_links_select_policy ON work.task_links USING (false)
-- guard: ALTER POLICY briefings_select_policy ON intel.briefings USING (false)
-- guard: ALTER POLICY insights_select_policy ON intel.insights USING (false)
-- guard: ALTER POLICY decisions_select_policy ON intel.decisions USING (false)
-- guard: ALTER POLICY kpi_metrics_select_policy ON intel.kpi_metrics USING (false)
-- guard: ALTER POLICY events_select_policy ON ops.events USING (false)
-- guard: ALTER POLICY event_actors_select_policy ON ops.event_actors USING (false)
-- guard: ALTER POLICY event_links_select_policy ON ops.event_links USING (false)
-- guard: ALTER POLICY event_snapshots_select_policy ON ops.event_snapshots USING (false)
-- guard: ALTER POLICY embedding_jobs_select_policy ON ops.embedding_jobs USING (false)
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: 30
SELECT count(*) FROM pg_temp.touched('SELECT FROM {table}') WHERE outcome = '1';

-- case: no table lets a row of another workspace be changed
-- guard: ALTER POLICY workspaces_select_policy ON core.workspaces USING (true);
--   ALTER POLICY workspaces_update_policy ON core.workspaces USING (true) WITH CHECK (true)
-- guard: ALTER POLICY members_select_policy ON core.members USING (true);
--   ALTER POLICY members_update_policy ON core.members USING (true) WITH CHECK (true)
-- guard: ALTER POLICY founders_select_policy ON core.founders USING (true);
--   ALTER POLICY founders_update_policy ON core.founders USING (true) WITH CHECK (true)
-- guard: ALTER POLICY integrations_select_policy ON core.integrations USING (true);
--   ALTER POLICY integrations_update_policy ON core.integrations USING (true) WITH CHECK (true)
-- guard: ALTER POLICY contacts_select_policy ON core.contacts USING (true);
--   ALTER POLICY contacts_update_policy ON core.contacts USING (true) WITH CHECK (true)
-- guard: ALTER POLICY service_accounts_select_policy ON core.service_accounts USING (true);
--   ALTER POLICY service_accounts_update_policy ON core.service_accounts USING (true) WITH CHECK (true)
-- guard: ALTER POLICY integration_syncs_select_policy ON core.integration_syncs USING (true);
--   ALTER POLICY integration_syncs_update_policy ON core.integration_syncs USING (true) WITH CHECK (true)
-- guard: ALTER POLICY threads_select_policy ON comms.threads USING (true);
--   ALTER POLICY threads_update_policy ON comms.threads USING (true) WITH CHECK (true)
-- guard: ALTER POLICY communications_select_policy ON comms.communications USING (true);
--   ALTER POLICY communications_update_policy ON comms.communications USING (true) WITH CHECK (true)
-- guard: ALTER POLICY attachments_select_policy ON comms.attachments USING (true);
--   ALTER POLICY attachments_update_policy ON comms.attachments USING (true) WITH CHECK (true)
-- guard: ALTER POLICY meetings_select_policy ON meetings.meetings USING (true);
--   ALTER POLICY meetings_update_policy ON meetings.meetings USING (true) WITH CHECK (true)
-- guard: ALTER POLICY meeting_participants_select_policy ON meetings.meeting_participants USING (true);
--   ALTER POLICY meeting_participants_update_policy ON meetings.meeting_participants
--   USING (true) WITH CHECK (true)
-- guard: ALTER POLICY transcripts_select_policy ON meetings.transcripts USING (true);
--   ALTER POLICY transcripts_update_policy ON meetings.transcripts USING (true) WITH CHECK (true)
-- guard: ALTER POLICY transcript_chunks_select_policy ON meetings.transcript_chunks USING (true);
--   ALTER POLICY transcript_chunks_update_policy ON meetings.transcript_chunks USING (true) WITH CHECK (true)
-- guard: ALTER POLICY action_items_select_policy ON meetings.action_items USING (true);
--   ALTER POLICY action_items_update_policy ON meetings.action_items USING (true) WITH CHECK (true)
-- guard: ALTER POLICY media_assets_select_policy ON media.media_assets USING (true);
--   ALTER POLICY media_assets_update_policy ON media.media_assets USING (true) WITH CHECK (true)
-- guard: ALTER POLICY media_transcripts_select_policy ON media.media_transcripts USING (true);
--   ALTER POLICY media_transcripts_update_policy ON media.media_transcripts USING (true) WITH CHECK (true)
-- guard: ALTER POLICY media_chunks_select_policy ON media.media_chunks USING (true);
--   ALTER POLICY media_chunks_update_policy ON media.media_chunks USING (true) WITH CHECK (true)
-- guard: ALTER POLICY projects_select_policy ON work.projects USING (true);
--   ALTER POLICY projects_update_policy ON work.projects USING (true) WITH CHECK (true)
-- guard: ALTER POLICY tasks_select_policy ON work.tasks USING (true);
--   ALTER POLICY tasks_update_policy ON work.tasks USING (true) WITH CHECK (true)
-- guard: ALTER POLICY task_links_select_policy ON work.task_links USING (true);
--   ALTER POLICY task_links_update_policy ON work.task_links USING (true) WITH CHECK (true)
-- guard: ALTER POLICY briefings_select_policy ON intel.briefings USING (true);
--   ALTER POLICY briefings_update_policy ON intel.briefings USING (true) WITH CHECK (true)
-- guard: ALTER POLICY insights_select_policy ON intel.insights USING (true);
--   ALTER POLICY insights_update_policy ON intel.insights USING (true) WITH CHECK (true)
-- guard: ALTER POLICY decisions_select_policy ON intel.decisions USING (true);
--   ALTER POLICY decisions_update_policy ON intel.decisions USING (true) WITH CHECK (true)
-- guard: ALTER POLICY kpi_metrics_select_policy ON intel.kpi_metrics USING (true);
--   ALTER POLICY kpi_metrics_update_policy ON intel.kpi_metrics USING (true) WITH CHECK (true)
-- guard: ALTER POLICY events_select_policy ON ops.events USING (true);
--   ALTER POLICY events_update_policy ON ops.events USING (true) WITH CHECK (true)
-- guard: ALTER POLICY event_actors_select_policy ON ops.event_actors USING (true);
--   ALTER POLICY event_actors_update_policy ON ops.event_actors USING (true) WITH CHECK (true)
-- guard: ALTER POLICY event_links_select_policy ON ops.event_links USING (true);
--   ALTER POLICY event_links_update_policy ON ops.event_links USING (true) WITH CHECK (true)
-- guard: ALTER POLICY event_snapshots_select_policy ON ops.event_snapshots USING (true);
--   ALTER POLICY event_snapshots_update_policy ON ops.event_snapshots USING (true) WITH CHECK (true)
-- guard: ALTER POLICY embedding_jobs_select_policy ON ops.embedding_jobs USING (true);
--   ALTER POLICY embedding_jobs_update_policy ON ops.embedding_jobs USING (true) WITH CHECK (true)
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: none
SELECT * FROM pg_temp.touched(
  'UPDATE {table} SET {key} = {key} WHERE {key} = ''b0000000-0000-4000-8000-000000000001''');

-- case: no table lets a row of another workspace be deleted
-- guard: ALTER POLICY workspaces_select_policy ON core.workspaces USING (true);
--   ALTER POLICY workspaces_delete_policy ON core.workspaces USING (true)
-- guard: ALTER POLICY members_select_policy ON core.members USING (true);
--   ALTER POLICY members_delete_policy ON core.members USING (true)
-- guard: ALTER POLICY founders_select_policy ON core.founders USING (true);
--   ALTER POLICY founders_delete_policy ON core.founders USING (true)
-- guard: ALTER POLICY integrations_select_policy ON core.integrations USING (true);
--   ALTER POLICY integrations_delete_policy ON core.integrations USING (true)
-- guard: ALTER POLICY contacts_select_policy ON core.contacts USING (true);
--   ALTER POLICY contacts_delete_policy ON core.contacts USING (true)
-- guard: ALTER POLICY service_accounts_select_policy ON core.service_accounts USING (true);
--   ALTER POLICY service_accounts_delete_policy ON core.service_accounts USING (true)
-- guard: ALTER POLICY integration_syncs_select_policy ON core.integration_syncs USING (true);
--   ALTER POLICY integration_syncs_delete_policy ON core.integration_syncs USING (true)
-- guard: ALTER POLICY threads_select_policy ON comms.threads USING (true);
--   ALTER POLICY threads_delete_policy ON comms.threads USING (true)
-- guard: ALTER POLICY communications_select_policy ON comms.communications USING (true);
--   ALTER POLICY communications_delete_policy ON comms.communications USING (true)
-- guard: ALTER POLICY attachments_select_policy ON comms.attachments USING (true);
--   ALTER POLICY attachments_delete_policy ON comms.attachments USING (true)
-- guard: ALTER POLICY meetings_select_policy ON meetings.meetings USING (true);
--   ALTER POLICY meetings_delete_policy ON meetings.meetings USING (true)
-- guard: ALTER POLICY meeting_participants_select_policy ON meetings.meeting_participants USING (true);
--   ALTER POLICY meeting_participants_delete_policy ON meetings.meeting_participants USING (true)
-- guard: ALTER POLICY transcripts_select_policy ON meetings.transcripts USING (true);
--   ALTER POLICY transcripts_delete_policy ON meetings.transcripts USING (true)
-- guard: ALTER POLICY transcript_chunks_select_policy ON meetings.transcript_chunks USING (true);
--   ALTER POLICY transcript_chunks_delete_policy ON meetings.transcript_chunks USING (true)
-- guard: ALTER POLICY action_items_select_policy ON meetings.action_items USING (true);
--   ALTER POLICY action_items_delete_policy ON meetings.action_items USING (true)
-- guard: ALTER POLICY media_assets_select_policy ON media.media_assets USING (true);
--   ALTER POLICY media_assets_delete_policy ON media.media_assets USING (true)
-- guard: ALTER POLICY media_transcripts_select_policy ON media.media_transcripts USING (true);
--   ALTER POLICY media_transcripts_delete_policy ON media.media_transcripts USING (true)
-- guard: ALTER POLICY media_chunks_select_policy ON media.media_chunks USING (true);
--   ALTER POLICY media_chunks_delete_policy ON media.media_chunks USING (true)
-- guard: ALTER POLICY projects_select_policy ON work.projects USING (true);
--   ALTER POLICY projects_delete_policy ON work.projects USING (true)
-- guard: ALTER POLICY tasks_select_policy ON work.tasks USING (true);
--   ALTER POLICY tasks_delete_policy ON work.tasks USING (true)
-- guard: ALTER POLICY task_links_select_policy ON work.task_links USING (true);
--   ALTER POLICY task_links_delete_policy ON work.task_links USING (true)
-- guard: ALTER POLICY briefings_select_policy ON intel.briefings USING (true);
--   ALTER POLICY briefings_delete_policy ON intel.briefings USING (true)
-- guard: ALTER POLICY insights_select_policy ON intel.insights USING (true);
--   ALTER POLICY insights_delete_policy ON intel.insights USING (true)
-- guard: ALTER POLICY decisions_select_policy ON intel.decisions USING (true);
--   ALTER POLICY decisions_delete_policy ON intel.decisions USING (true)
-- guard: ALTER POLICY kpi_metrics_select_policy ON intel.kpi_metrics USING (true);
--   ALTER POLICY kpi_metrics_delete_policy ON intel.kpi_metrics USING (true)
-- guard: ALTER POLICY events_select_policy ON ops.events USING (true);
--   ALTER POLICY events_delete_policy ON ops.events USING (true)
-- guard: ALTER POLICY event_actors_select_policy ON ops.event_actors USING (true);
--   ALTER POLICY event_actors_delete_policy ON ops.event_actors USING (true)
-- guard: ALTER POLICY event_links_select_policy ON ops.event_links USING (true);
--   ALTER POLICY event_links_delete_policy ON ops.event_links USING (true)
-- guard: ALTER POLICY event_snapshots_select_policy ON ops.event_snapshots USING (true);
--   ALTER POLICY event_snapshots_delete_policy ON ops.event_snapshots USING (true)
-- guard: ALTER POLICY embedding_jobs_select_policy ON ops.embedding_jobs USING (true);
--   ALTER POLICY embedding_jobs_delete_policy ON ops.embedding_jobs USING (true)
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: none
SELECT * FROM pg_temp.touched('DELETE FROM {table} WHERE {key} = ''b0000000-0000-4000-8000-000000000001''');

-- A row with nothing but its workspace: the policy speaks before any other rule does. Workspaces are left
-- out, since anybody may create one.
-- case: no table takes a new row for another workspace
-- guard: ALTER POLICY members_insert_policy ON core.members WITH CHECK (true)
-- guard: ALTER POLICY founders_insert_policy ON core.founders WITH CHECK (true)
-- guard: ALTER POLICY integrations_insert_policy ON core.integrations WITH CHECK (true)
-- guard: ALTER POLICY contacts_insert_policy ON core.contacts WITH CHECK (true)
-- guard: ALTER POLICY service_accounts_insert_policy ON core.service_accounts WITH CHECK (true)
-- guard: ALTER POLICY integration_syncs_insert_policy ON core.integration_syncs WITH CHECK (true)
-- guard: ALTER POLICY threads_insert_policy ON comms.threads WITH CHECK (true)
-- guard: ALTER POLICY communications_insert_policy ON comms.communications WITH CHECK (true)
-- guard: ALTER POLICY attachments_insert_policy ON comms.attachments WITH CHECK (true)
-- guard: ALTER POLICY meetings_insert_policy ON meetings.meetings WITH CHECK (true)
-- guard: ALTER POLICY meeting_participants_insert_policy ON meetings.meeting_participants WITH CHECK (true)
-- guard: ALTER POLICY transcripts_insert_policy ON meetings.transcripts WITH CHECK (true)
-- guard: ALTER POLICY transcript_chunks_insert_policy ON meetings.transcript_chunks WITH CHECK (true)
-- guard: ALTER POLICY action_items_insert_policy ON meetings.action_items WITH CHECK (true)
-- guard: ALTER POLICY media_assets_insert_policy ON media.media_assets WITH CHECK (true)
-- guard: ALTER POLICY media_transcripts_insert_policy ON media.media_transcripts WITH CHECK (true)
-- guard: ALTER POLICY media_chunks_insert_policy ON media.media_chunks WITH CHECK (true)
-- guard: ALTER POLICY projects_insert_policy ON work.projects WITH CHECK (true)
-- guard: ALTER POLICY tasks_insert_policy ON work.tasks WITH CHECK (true)
-- guard: ALTER POLICY task_links_insert_policy ON work.task_links WITH CHECK (true)
-- guard: ALTER POLICY briefings_insert_policy ON intel.briefings WITH CHECK (true)
-- guard: ALTER POLICY insights_insert_policy ON intel.insights WITH CHECK (true)
-- guard: ALTER POLICY decisions_insert_policy ON intel.decisions WITH CHECK (true)
-- guard: ALTER POLICY kpi_metrics_insert_policy ON intel.kpi_metrics WITH CHECK (true)
-- guard: ALTER POLICY events_insert_policy ON ops.events WITH CHECK (true)
-- guard: ALTER POLICY event_actors_insert_policy ON ops.event_actors WITH CHECK (true)
-- guard: ALTER POLICY event_links_insert_policy ON ops.event_links WITH CHECK (true)
-- guard: ALTER POLICY event_snapshots_insert_policy ON ops.event_snapshots WITH CHECK (true)
-- guard: ALTER POLICY embedding_jobs_insert_policy ON ops.embedding_jobs WITH CHECK (true)
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: 29
SELECT count(*)
FROM pg_temp.touched('INSERT INTO {table} ({key}) VALUES (''b0000000-0000-4000-8000-000000000001'')')
WHERE relation <> 'core.workspaces' AND outcome = '42501';

-- case: without a user no table shows, changes, deletes or takes anything
-- guard: ALTER POLICY contacts_select_policy ON core.contacts USING (true)
-- guard: ALTER POLICY attachments_insert_policy ON comms.attachments WITH CHECK (true)
-- guard: ALTER POLICY kpi_metrics_select_policy ON intel.kpi_metrics USING (true);
--   ALTER POLICY kpi_metrics_update_policy ON intel.kpi_metrics USING (true) WITH CHECK (true)
-- guard: ALTER POLICY task_links_select_policy ON work.task_links USING (true);
--   ALTER POLICY task_links_delete_policy ON work.task_links USING (true)
SET LOCAL ROLE authenticated;
-- expect: none
SELECT * FROM pg_temp.touched('SELECT FROM {table}');
-- expect: none
SELECT * FROM pg_temp.touched('UPDATE {table} SET {key} = {key}');
-- expect: none
SELECT * FROM pg_temp.touched('DELETE FROM {table}');
-- expect: 30
SELECT count(*)
FROM pg_temp.touched('INSERT INTO {table} ({key}) VALUES (''b0000000-0000-4000-8000-000000000001'')')
WHERE outcome = '42501';

-- case: anon reaches no table
-- guard: GRANT USAGE ON SCHEMA core TO anon; GRANT SELECT ON core.contacts TO anon
SET LOCAL ROLE anon;
-- expect: 30
SELECT count(*) FROM pg_temp.touched('SELECT FROM {table}') WHERE outcome = '42501';

-- case: service_role reaches the rows of both workspaces in every table
-- guard: DROP POLICY workspaces_service_policy ON core.workspaces
-- guard: DROP POLICY members_service_policy ON core.members
-- guard: DROP POLICY founders_service_policy ON core.founders
-- guard: DROP POLICY integrations_service_policy ON core.integrations
-- guard: DROP POLICY contacts_service_policy ON core.contacts
-- guard: DROP POLICY service_accounts_service_policy ON core.service_accounts
-- guard: DROP POLICY integration_syncs_service_policy ON core.integration_syncs
-- guard: DROP POLICY threads_service_policy ON comms.threads
-- guard: DROP POLICY communications_service_policy ON comms.communications
-- guard: DROP POLICY attachments_service_policy ON comms.attachments
-- guard: DROP POLICY meetings_service_policy ON meetings.meetings
-- guard: DROP POLICY meeting_participants_service_policy ON meetings.meeting_participants
-- guard: DROP POLICY transcripts_service_policy ON meetings.transcripts
-- guard: DROP POLICY transcript_chunks_service_policy ON meetings.transcript_chunks
-- guard: DROP POLICY action_items_service_policy ON meetings.action_items
-- guard: DROP POLICY media_assets_service_policy ON media.media_assets
-- guard: DROP POLICY media_transcripts_service_policy ON media.media_transcripts
-- guard: DROP POLICY media_chunks_service_policy ON media.media_chunks
-- guard: DROP POLICY projects_service_policy ON work.projects
-- guard: DROP POLICY tasks_service_policy ON work.tasks
-- guard: DROP POLICY task_links_service_policy ON work.task_links
-- guard: DROP POLICY briefings_service_policy ON intel.briefings
-- guard: DROP POLICY insights_service_policy ON intel.insights
-- guard: DROP POLICY decisions_service_policy ON intel.decisions
-- guard: DROP POLICY kpi_metrics_service_policy ON intel.kpi_metrics
-- guard: DROP POLICY events_service_policy ON ops.events
-- guard: DROP POLICY event_actors_service_policy ON ops.event_actors
-- guard: DROP POLICY event_links_service_policy ON ops.event_links
-- guard: DROP POLICY event_snapshots_service_policy ON ops.event_snapshots
-- guard: DROP POLICY embedding_jobs_service_policy ON ops.embedding_jobs
SET LOCAL ROLE service_role;
-- expect: 30
SELECT count(*) FROM pg_temp.touched('SELECT FROM {table}') WHERE outcome = '2';

-- The three are what the helpers of row security read as cos_owner.
-- case: row security binds even the owner of the tables, on all but three
-- guard: ALTER TABLE core.integrations NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE core.contacts NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE core.service_accounts NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE core.integration_syncs NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE comms.threads NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE comms.communications NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE comms.attachments NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE meetings.meetings NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE meetings.meeting_participants NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE meetings.transcripts NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE meetings.transcript_chunks NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE meetings.action_items NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE media.media_assets NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE media.media_transcripts NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE media.media_chunks NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE work.projects NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE work.tasks NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE work.task_links NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE intel.briefings NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE intel.insights NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE intel.decisions NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE intel.kpi_metrics NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE ops.events NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE ops.event_actors NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE ops.event_links NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE ops.event_snapshots NO FORCE ROW LEVEL SECURITY
-- guard: ALTER TABLE ops.embedding_jobs NO FORCE ROW LEVEL SECURITY
SET LOCAL ROLE cos_owner;
-- expect: rows
--   core.founders | 2
--   core.members | 2
--   core.workspaces | 2
SELECT * FROM pg_temp.touched('SELECT FROM {table}');

-- Two keys lead from most tables to the workspace: their own and that of their parent. Each guard cuts both.
-- case: a deleted workspace leaves nothing behind in any table, and the other one is untouched
-- guard: ALTER TABLE core.members DROP CONSTRAINT members_workspace_id_fkey
-- guard: ALTER TABLE core.founders DROP CONSTRAINT founders_workspace_id_fkey
-- guard: ALTER TABLE core.service_accounts DROP CONSTRAINT service_accounts_workspace_id_fkey
-- guard: ALTER TABLE core.integrations DROP CONSTRAINT integrations_workspace_id_fkey
-- guard: ALTER TABLE core.contacts DROP CONSTRAINT contacts_workspace_id_fkey;
--   ALTER TABLE core.contacts DROP CONSTRAINT contacts_workspace_id_founder_id_fkey
-- guard: ALTER TABLE work.task_links DROP CONSTRAINT task_links_workspace_id_fkey;
--   ALTER TABLE work.task_links DROP CONSTRAINT task_links_workspace_id_task_id_fkey
-- guard: ALTER TABLE ops.events DROP CONSTRAINT events_workspace_id_fkey
-- guard: ALTER TABLE ops.event_snapshots DROP CONSTRAINT event_snapshots_workspace_id_fkey
-- guard: ALTER TABLE ops.embedding_jobs DROP CONSTRAINT embedding_jobs_workspace_id_fkey
-- expect: 1
DELETE FROM core.workspaces WHERE id = 'b0000000-0000-4000-8000-000000000001';
-- expect: none
SELECT * FROM pg_temp.touched('SELECT FROM {table} WHERE {key} = ''b0000000-0000-4000-8000-000000000001''');
-- expect: 30
SELECT count(*) FROM pg_temp.touched('SELECT FROM {table}') WHERE outcome = '1';

-- The other 17 tables have no such column, which is 42703.
-- case: every table with updated_at sets it itself, whatever the writer says
-- guard: DROP TRIGGER update_threads_updated_at ON comms.threads
-- guard: DROP TRIGGER update_contacts_updated_at ON core.contacts
-- guard: DROP TRIGGER update_founders_updated_at ON core.founders
-- guard: DROP TRIGGER update_integrations_updated_at ON core.integrations
-- guard: DROP TRIGGER update_members_updated_at ON core.members
-- guard: DROP TRIGGER update_service_accounts_updated_at ON core.service_accounts
-- guard: DROP TRIGGER update_workspaces_updated_at ON core.workspaces
-- guard: DROP TRIGGER update_decisions_updated_at ON intel.decisions
-- guard: DROP TRIGGER update_action_items_updated_at ON meetings.action_items
-- guard: DROP TRIGGER update_meetings_updated_at ON meetings.meetings
-- guard: DROP TRIGGER update_embedding_jobs_updated_at ON ops.embedding_jobs
-- guard: DROP TRIGGER update_projects_updated_at ON work.projects
-- guard: DROP TRIGGER update_tasks_updated_at ON work.tasks
-- expect: 13
SELECT count(*) FROM pg_temp.touched('UPDATE {table} SET updated_at = ''2026-01-01''') WHERE outcome = '2';
-- expect: none
SELECT * FROM pg_temp.touched('SELECT FROM {table} WHERE updated_at <> now()') WHERE outcome <> '42703';
