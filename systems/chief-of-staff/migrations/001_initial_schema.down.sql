-- Takes back the whole system. ALL DATA of the seven schemas is lost, and auth.users with the platform
-- shim. For development. What was here before 001, such as a platform's schema auth or an extension, stays.

DROP VIEW IF EXISTS comms.v_pending_followups, work.v_tasks_due_soon, meetings.v_upcoming_meetings;

-- One statement, because they refer to each other, and without CASCADE: tables of others stop it.
DROP TABLE IF EXISTS
  intel.briefings, intel.insights, intel.decisions, intel.kpi_metrics,
  work.task_links, work.tasks, work.projects,
  media.media_chunks, media.media_transcripts, media.media_assets,
  meetings.action_items, meetings.transcript_chunks, meetings.transcripts, meetings.meeting_participants,
  meetings.meetings,
  comms.attachments, comms.communications, comms.threads,
  ops.embedding_jobs, ops.event_snapshots, ops.event_links, ops.event_actors, ops.events,
  core.integration_syncs, core.service_accounts, core.contacts, core.integrations, core.founders,
  core.members, core.workspaces;

DROP FUNCTION IF EXISTS
  core.guard_members(), core.mark_bootstrapped(), ops.guard_append_only(), comms.fill_snippet(),
  work.fill_completed_at(),
  public.record_event(uuid, ops.actor_type_enum, uuid, text, text, uuid, jsonb, jsonb, jsonb, text),
  public.search_similar_embeddings(vector, text, double precision, integer),
  public.recommended_ivfflat_lists(bigint), public.generate_snippet(text, integer),
  public.update_updated_at_column();

DROP TYPE IF EXISTS
  core.role_type, core.integration_status, core.connection_type, core.platform_enum, core.priority_enum,
  comms.source_enum, work.task_status_enum, work.sync_status_enum, intel.insight_type_enum,
  intel.insight_status_enum, intel.briefing_kind_enum, ops.actor_type_enum;

DROP SCHEMA IF EXISTS intel, work, media, meetings, comms, ops, core;

-- The platform shim, where it is ours.
DO $do$
BEGIN
  IF obj_description(to_regnamespace('auth'), 'pg_namespace') = 'platform shim, created by chief-of-staff'
  THEN
    DROP FUNCTION IF EXISTS auth.uid();
    DROP TABLE IF EXISTS auth.users;
    DROP SCHEMA auth;
  END IF;
END
$do$;

-- The extensions that 001 made, unless something else has come to need them.
DO $do$
DECLARE
  extension name;
BEGIN
  FOR extension IN
    SELECT extname FROM pg_extension
    WHERE extname IN ('uuid-ossp', 'pgcrypto', 'vector', 'pg_stat_statements')
      AND obj_description(oid, 'pg_extension') LIKE '%; created by chief-of-staff'
  LOOP
    BEGIN
      EXECUTE format('DROP EXTENSION %I', extension);
    EXCEPTION WHEN dependent_objects_still_exist THEN
      RAISE NOTICE 'the extension % stays: other objects need it', extension;
    END;
  END LOOP;
END
$do$;

-- The roles that 001 made. The same roles serve other databases of the cluster, where they stay.
DO $do$
DECLARE
  role_name name;
BEGIN
  FOR role_name IN
    SELECT rolname FROM pg_roles
    WHERE rolname IN ('cos_owner', 'anon', 'authenticated', 'service_role')
      AND shobj_description(oid, 'pg_authid') = 'created by chief-of-staff'
  LOOP
    -- Outside the block: what the role holds in this database is taken back even if the role stays.
    EXECUTE format('DROP OWNED BY %I', role_name);
    BEGIN
      EXECUTE format('DROP ROLE %I', role_name);
    EXCEPTION
      WHEN dependent_objects_still_exist THEN
        RAISE NOTICE 'the role % stays: other objects need it', role_name;
      WHEN undefined_object OR internal_error THEN
        NULL;  -- Dropped at this moment from another database.
    END;
  END LOOP;
END
$do$;
