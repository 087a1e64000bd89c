-- Row security: five helpers that tell who the user is in a workspace, 150 policies on 30 tables, and the
-- grants that let the application in. The grants are here and not in 001, so that no role of the application
-- ever reaches a table without its policies.

-- ---- Helpers ----
-- SECURITY DEFINER and owned by cos_owner, whom row security on workspaces, members and founders does not
-- bind: a policy on members that asked members itself would recurse without end.
--
-- They live in schema auth. A hosted platform may lock that schema; there they go to schema app:
--   ALTER DATABASE … SET chief_of_staff.helper_schema = 'app';
-- Once they are in app they stay there.
DO $do$
DECLARE
  home text := coalesce(nullif(current_setting('chief_of_staff.helper_schema', true), ''), 'auth');
  is_superuser CONSTANT boolean := (SELECT rolsuper FROM pg_roles WHERE rolname = current_user);
  definition text;
  signature text;
BEGIN
  IF to_regprocedure('app.user_workspaces()') IS NOT NULL THEN
    home := 'app';
  END IF;
  IF home NOT IN ('auth', 'app') THEN
    RAISE EXCEPTION 'chief_of_staff.helper_schema is %, but must be auth or app', quote_literal(home)
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF home = 'app' AND to_regnamespace('app') IS NULL THEN
    CREATE SCHEMA app AUTHORIZATION cos_owner;
    COMMENT ON SCHEMA app IS 'helpers of row security, created by chief-of-staff';
  END IF;
  IF home = 'app' THEN
    GRANT USAGE ON SCHEMA app TO authenticated, service_role;
  END IF;
  IF NOT is_superuser AND NOT (
    has_schema_privilege(home, 'CREATE') AND has_schema_privilege('cos_owner', home, 'CREATE'))
  THEN
    RAISE EXCEPTION 'the helpers of row security cannot be created in schema %', home
      USING ERRCODE = 'insufficient_privilege',
        HINT = 'Where the platform locks schema auth: '
          'ALTER DATABASE … SET chief_of_staff.helper_schema = ''app''; then connect and migrate again.';
  END IF;

  FOREACH definition IN ARRAY ARRAY[
    -- The workspaces of the user.
    $sql$
    CREATE OR REPLACE FUNCTION %I.user_workspaces() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = ''
    AS $func$
      SELECT m.workspace_id FROM core.members AS m WHERE m.user_id = (SELECT auth.uid())
    $func$
    $sql$,
    -- Has the user at least this rank there? A service account ranks as a member. Whoever created a
    -- workspace has every rank in it until it gets its first member.
    $sql$
    CREATE OR REPLACE FUNCTION %I.has_workspace_role(workspace uuid, required core.role_type) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = ''
    AS $func$
      SELECT EXISTS (
        SELECT FROM core.members AS m
        WHERE m.workspace_id = workspace AND m.user_id = (SELECT auth.uid())
          AND CASE m.role WHEN 'owner' THEN 4 WHEN 'admin' THEN 3 WHEN 'viewer' THEN 1 ELSE 2 END
            >= CASE required WHEN 'owner' THEN 4 WHEN 'admin' THEN 3 WHEN 'viewer' THEN 1 ELSE 2 END
      ) OR EXISTS (
        SELECT FROM core.workspaces AS w
        WHERE w.id = workspace AND w.created_by = (SELECT auth.uid()) AND w.bootstrapped_at IS NULL
      )
    $func$
    $sql$,
    $sql$
    CREATE OR REPLACE FUNCTION %1$I.is_workspace_admin(workspace uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = ''
    AS $func$
      SELECT %1$I.has_workspace_role(workspace, 'admin')
    $func$
    $sql$,
    -- Is the user a founder in this workspace, and which one?
    $sql$
    CREATE OR REPLACE FUNCTION %I.is_founder(workspace uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = ''
    AS $func$
      SELECT EXISTS (
        SELECT FROM core.founders AS f
        WHERE f.workspace_id = workspace AND f.user_id = (SELECT auth.uid()))
    $func$
    $sql$,
    $sql$
    CREATE OR REPLACE FUNCTION %I.get_founder_id(workspace uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = ''
    AS $func$
      SELECT f.id FROM core.founders AS f
      WHERE f.workspace_id = workspace AND f.user_id = (SELECT auth.uid())
    $func$
    $sql$]
  LOOP
    EXECUTE format(definition, home);
  END LOOP;

  FOREACH signature IN ARRAY ARRAY[
    'user_workspaces()', 'has_workspace_role(uuid, core.role_type)', 'is_workspace_admin(uuid)',
    'is_founder(uuid)', 'get_founder_id(uuid)']
  LOOP
    EXECUTE format('ALTER FUNCTION %I.%s OWNER TO cos_owner', home, signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %I.%s FROM PUBLIC', home, signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %I.%s TO authenticated, service_role', home, signature);
  END LOOP;
END
$do$;

-- ---- Policies and row security ----
-- One line per table: who may select, insert, update, delete. Roles rank owner > admin > member > viewer.
-- Founders' own data needs the rank of a member too: a viewer, or a founder who is no member any more, reads
-- or writes nothing by it. Row security is not forced on the three tables that the helpers read as cos_owner.
DO $do$
DECLARE
  home CONSTANT text := CASE
    WHEN to_regprocedure('app.user_workspaces()') IS NOT NULL THEN 'app' ELSE 'auth' END;
  rules CONSTANT jsonb := jsonb_build_object(
    'nobody', 'false',
    -- An array, so that it is asked once per statement and an index can be used for the answer.
    'member', format('workspace_id = ANY (ARRAY(SELECT %I.user_workspaces()))', home),
    'working', format('%I.has_workspace_role(workspace_id, ''member'')', home),
    'admin', format('%I.is_workspace_admin(workspace_id)', home),
    'owner', format('%I.has_workspace_role(workspace_id, ''owner'')', home),
    'own', format('founder_id = %1$I.get_founder_id(workspace_id)
      AND %1$I.has_workspace_role(workspace_id, ''member'')', home),
    'own or admin', format('%1$I.is_workspace_admin(workspace_id)
      OR founder_id = %1$I.get_founder_id(workspace_id)
        AND %1$I.has_workspace_role(workspace_id, ''member'')', home),
    'shared, own or admin', format('%1$I.is_workspace_admin(workspace_id)
      OR (founder_id IS NULL OR founder_id = %1$I.get_founder_id(workspace_id))
        AND %1$I.has_workspace_role(workspace_id, ''member'')', home),
    'own row or admin', format('%1$I.is_workspace_admin(workspace_id)
      OR user_id = (SELECT auth.uid()) AND %1$I.has_workspace_role(workspace_id, ''member'')', home),
    -- One's own membership as well: RETURNING must show it to the first member, and the helper, being
    -- stable, does not yet see a row that its own statement has written.
    'member or self', format('user_id = (SELECT auth.uid())
      OR workspace_id = ANY (ARRAY(SELECT %I.user_workspaces()))', home),
    'admin, owners by owner', format('%1$I.is_workspace_admin(workspace_id)
      AND (role <> ''owner'' OR %1$I.has_workspace_role(workspace_id, ''owner''))', home),
    'in it or creator', format('id = ANY (ARRAY(SELECT %I.user_workspaces()))
      OR created_by = (SELECT auth.uid()) AND bootstrapped_at IS NULL', home),
    'creator', 'created_by = (SELECT auth.uid())',
    'its owner', format('%I.has_workspace_role(id, ''owner'')', home));
  wanted record;
  name text;
BEGIN
  FOR wanted IN
    SELECT * FROM (VALUES
      ('core', 'workspaces', 'in it or creator', 'creator', 'its owner', 'its owner'),
      ('core', 'members', 'member or self', 'admin, owners by owner', 'admin, owners by owner', 'owner'),
      ('core', 'founders', 'member', 'admin', 'own row or admin', 'owner'),
      ('core', 'integrations', 'member', 'shared, own or admin', 'own or admin', 'own or admin'),
      ('core', 'contacts', 'member', 'own or admin', 'own or admin', 'own or admin'),
      ('core', 'service_accounts', 'admin', 'owner', 'owner', 'owner'),
      ('core', 'integration_syncs', 'member', 'admin', 'admin', 'admin'),
      ('comms', 'threads', 'member', 'own', 'own or admin', 'own or admin'),
      ('comms', 'communications', 'member', 'own', 'own or admin', 'own or admin'),
      ('comms', 'attachments', 'member', 'working', 'working', 'working'),
      ('meetings', 'meetings', 'member', 'own', 'own or admin', 'own or admin'),
      ('meetings', 'meeting_participants', 'member', 'working', 'working', 'working'),
      ('meetings', 'transcripts', 'member', 'own', 'own or admin', 'own or admin'),
      ('meetings', 'transcript_chunks', 'member', 'working', 'working', 'working'),
      ('meetings', 'action_items', 'member', 'own', 'own or admin', 'own or admin'),
      ('media', 'media_assets', 'member', 'own', 'own or admin', 'own or admin'),
      ('media', 'media_transcripts', 'member', 'working', 'working', 'working'),
      ('media', 'media_chunks', 'member', 'working', 'working', 'working'),
      ('work', 'projects', 'member', 'own', 'own or admin', 'own or admin'),
      ('work', 'tasks', 'member', 'own', 'own or admin', 'own or admin'),
      ('work', 'task_links', 'member', 'working', 'working', 'working'),
      ('intel', 'briefings', 'member', 'own', 'own or admin', 'own or admin'),
      ('intel', 'insights', 'member', 'own', 'own or admin', 'own or admin'),
      ('intel', 'decisions', 'member', 'own', 'own or admin', 'own or admin'),
      ('intel', 'kpi_metrics', 'member', 'own', 'own or admin', 'own or admin'),
      ('ops', 'events', 'member', 'working', 'nobody', 'nobody'),
      ('ops', 'event_actors', 'member', 'working', 'nobody', 'nobody'),
      ('ops', 'event_links', 'member', 'working', 'nobody', 'nobody'),
      ('ops', 'event_snapshots', 'member', 'working', 'nobody', 'nobody'),
      ('ops', 'embedding_jobs', 'member', 'admin', 'admin', 'admin')
    ) AS t (schema_name, table_name, may_select, may_insert, may_update, may_delete)
  LOOP
    FOREACH name IN ARRAY ARRAY['select', 'insert', 'update', 'delete', 'service'] LOOP
      EXECUTE format('DROP POLICY IF EXISTS %I ON %I.%I',
        format('%s_%s_policy', wanted.table_name, name), wanted.schema_name, wanted.table_name);
    END LOOP;
    EXECUTE format('CREATE POLICY %3$I ON %1$I.%2$I FOR SELECT TO authenticated USING (%4$s)',
      wanted.schema_name, wanted.table_name, wanted.table_name || '_select_policy',
      rules ->> wanted.may_select);
    EXECUTE format('CREATE POLICY %3$I ON %1$I.%2$I FOR INSERT TO authenticated WITH CHECK (%4$s)',
      wanted.schema_name, wanted.table_name, wanted.table_name || '_insert_policy',
      rules ->> wanted.may_insert);
    EXECUTE format(
      'CREATE POLICY %3$I ON %1$I.%2$I FOR UPDATE TO authenticated USING (%4$s) WITH CHECK (%4$s)',
      wanted.schema_name, wanted.table_name, wanted.table_name || '_update_policy',
      rules ->> wanted.may_update);
    EXECUTE format('CREATE POLICY %3$I ON %1$I.%2$I FOR DELETE TO authenticated USING (%4$s)',
      wanted.schema_name, wanted.table_name, wanted.table_name || '_delete_policy',
      rules ->> wanted.may_delete);
    EXECUTE format('CREATE POLICY %3$I ON %1$I.%2$I TO service_role USING (true) WITH CHECK (true)',
      wanted.schema_name, wanted.table_name, wanted.table_name || '_service_policy');

    EXECUTE format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', wanted.schema_name, wanted.table_name);
    EXECUTE format('ALTER TABLE %I.%I %s ROW LEVEL SECURITY', wanted.schema_name, wanted.table_name,
      CASE WHEN wanted.table_name IN ('workspaces', 'members', 'founders') THEN 'NO FORCE' ELSE 'FORCE' END);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I.%I TO authenticated, service_role',
      wanted.schema_name, wanted.table_name);
  END LOOP;
END
$do$;

-- ---- Grants ----
-- For the two roles of the application, nothing for anon. What a role may do to which rows, the policies say.

GRANT USAGE ON SCHEMA core, ops, comms, meetings, media, work, intel TO authenticated, service_role;
GRANT SELECT ON comms.v_pending_followups, work.v_tasks_due_soon, meetings.v_upcoming_meetings
  TO authenticated, service_role;
GRANT EXECUTE ON FUNCTION
  public.generate_snippet(text, integer), public.recommended_ivfflat_lists(bigint),
  public.search_similar_embeddings(vector, text, double precision, integer),
  public.record_event(uuid, ops.actor_type_enum, uuid, text, text, uuid, jsonb, jsonb, jsonb, text)
  TO authenticated, service_role;
