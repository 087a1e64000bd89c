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
  core.guard_members(), core.mark_bootstrapped(), core.release_integration(), ops.guard_append_only(),
  comms.fill_snippet(), work.fill_completed_at(),
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

-- What 001 gave to cos_owner on a platform's schema auth, where that has stayed. What the platform itself
-- gave is left.
DO $do$
BEGIN
  IF EXISTS (
    SELECT FROM pg_namespace AS n CROSS JOIN aclexplode(n.nspacl) AS a
    WHERE n.nspname = 'auth' AND a.grantee = to_regrole('cos_owner') AND pg_has_role(a.grantor, 'USAGE'))
  THEN
    REVOKE USAGE ON SCHEMA auth FROM cos_owner;
  END IF;
  IF EXISTS (
    SELECT FROM pg_proc AS p CROSS JOIN aclexplode(p.proacl) AS a
    WHERE p.oid = to_regprocedure('auth.uid()') AND a.grantee = to_regrole('cos_owner')
      AND pg_has_role(a.grantor, 'USAGE'))
  THEN
    REVOKE EXECUTE ON FUNCTION auth.uid() FROM cos_owner;
  END IF;
END
$do$;

-- The roles that 001 made. They belong to the cluster: a role that another database, a member or an object
-- of an operator still needs is left, with a notice. Everything that they owned or were granted in the
-- schemas is gone by now. Not DROP OWNED: it would also take the roles' rights on the other databases of the
-- cluster, and tables that an operator gave to them.
DO $do$
DECLARE
  role_name name;
BEGIN
  FOR role_name IN
    SELECT rolname FROM pg_roles
    WHERE rolname IN ('cos_owner', 'anon', 'authenticated', 'service_role')
      AND shobj_description(oid, 'pg_authid') = 'created by chief-of-staff'
    ORDER BY rolname
  LOOP
    -- An operator may have let the role connect. On this database only; on others it stays.
    IF EXISTS (
      SELECT FROM pg_database AS d CROSS JOIN aclexplode(d.datacl) AS a
      WHERE d.datname = current_database() AND a.grantee = to_regrole(quote_ident(role_name)))
    THEN
      EXECUTE format('REVOKE ALL ON DATABASE %I FROM %I', current_database(), role_name);
    END IF;
    -- Whoever migrates is a member of cos_owner, which is no reason to keep it.
    IF role_name <> 'cos_owner' AND EXISTS (
      SELECT FROM pg_auth_members AS m JOIN pg_roles AS r ON r.oid = m.member
      WHERE m.roleid = to_regrole(quote_ident(role_name)) AND r.rolname <> current_user)
    THEN
      RAISE NOTICE 'the role % stays: it has members', role_name;
      CONTINUE;
    END IF;
    BEGIN
      EXECUTE format('DROP ROLE %I', role_name);
    EXCEPTION
      WHEN dependent_objects_still_exist THEN
        RAISE NOTICE 'the role % stays: other objects or databases of the cluster use it', role_name;
      WHEN insufficient_privilege THEN
        RAISE NOTICE 'the role % stays: % may not drop it', role_name, current_user;
      WHEN undefined_object OR internal_error THEN
        NULL;  -- Dropped at this moment from another database.
    END;
  END LOOP;
END
$do$;
