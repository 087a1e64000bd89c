-- Takes back row security, the helpers and the grants of the application roles. No data is lost. Without the
-- grants nobody but the owner reads the tables that are open now.

DO $do$
DECLARE
  target record;
  name text;
BEGIN
  FOR target IN
    SELECT c.oid::regclass AS relation, c.relname, c.relkind
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
      AND c.relkind IN ('r', 'v') AND c.relowner = to_regrole('cos_owner')
  LOOP
    EXECUTE format('REVOKE ALL ON %s FROM authenticated, service_role', target.relation);
    CONTINUE WHEN target.relkind = 'v';
    FOREACH name IN ARRAY ARRAY['select', 'insert', 'update', 'delete', 'service'] LOOP
      EXECUTE format('DROP POLICY IF EXISTS %I ON %s',
        format('%s_%s_policy', target.relname, name), target.relation);
    END LOOP;
    EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', target.relation);
    EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', target.relation);
  END LOOP;

  FOR target IN
    SELECT n.nspname FROM pg_namespace AS n
    WHERE n.nspname IN ('core', 'ops', 'comms', 'meetings', 'media', 'work', 'intel')
      AND n.nspowner = to_regrole('cos_owner')
  LOOP
    EXECUTE format('REVOKE ALL ON SCHEMA %I FROM authenticated, service_role', target.nspname);
  END LOOP;

  FOR target IN
    SELECT p.oid::regprocedure AS signature
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.proowner = to_regrole('cos_owner')
      AND p.proname IN (
        'generate_snippet', 'recommended_ivfflat_lists', 'search_similar_embeddings', 'record_event')
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM authenticated, service_role', target.signature);
  END LOOP;
END
$do$;

-- After the policies, which depend on them.
DROP FUNCTION IF EXISTS auth.is_workspace_admin(uuid), app.is_workspace_admin(uuid);
DROP FUNCTION IF EXISTS
  auth.has_workspace_role(uuid, core.role_type), app.has_workspace_role(uuid, core.role_type);
DROP FUNCTION IF EXISTS auth.user_workspaces(), app.user_workspaces();
DROP FUNCTION IF EXISTS auth.is_founder(uuid), app.is_founder(uuid);
DROP FUNCTION IF EXISTS auth.get_founder_id(uuid), app.get_founder_id(uuid);

DO $do$
BEGIN
  IF obj_description(to_regnamespace('app'), 'pg_namespace')
    = 'helpers of row security, created by chief-of-staff'
  THEN
    DROP SCHEMA app;
  END IF;
END
$do$;
