-- Undoes 002. LOST: tenant_databases, which says where tenants with a database of their own have it. Copy it
-- before; those databases stay. THE FENCE GOES too, and with it every grant: nobody but the owner reads
-- anything after this. The schemas of tenants keep their rows, closed to everybody. After 002 is applied
-- again, this opens them (those that deleted tenants left stay closed):
--   SELECT create_tenant_schema(tenant_id, schema_name) FROM tenant_schemas;

DROP FUNCTION IF EXISTS public.database_health_check();
DROP FUNCTION IF EXISTS public.create_tenant_with_isolation(
  varchar, varchar, public.subscription_tier, public.tenant_isolation_level);
DROP FUNCTION IF EXISTS public.drop_tenant_schema(uuid);
DROP FUNCTION IF EXISTS public.create_tenant_schema(uuid, varchar);
DROP FUNCTION IF EXISTS public.remove_tenant_schema(varchar);
DROP FUNCTION IF EXISTS public.build_tenant_schema(uuid, varchar);

DROP TABLE IF EXISTS public.tenant_databases;

-- Tenants' schemas, those of deleted tenants included: found by their owner, not by tenant_schemas. The
-- policies ask get_current_tenant_id, so they go with it; row security stays on, and without a policy
-- shows nothing.
DO $$
DECLARE
  place record;
BEGIN
  FOR place IN
    SELECT n.nspname AS schema_name, c.relname AS table_name
    FROM pg_namespace n
    JOIN pg_class c ON c.relnamespace = n.oid
    WHERE n.nspowner = to_regrole('adx_owner') AND c.relname IN ('tenant_data', 'tenant_settings')
  LOOP
    EXECUTE format(
      'DROP POLICY IF EXISTS %I ON %I.%I',
      'tenant_isolation_' || place.table_name, place.schema_name, place.table_name
    );
    EXECUTE format(
      'DROP POLICY IF EXISTS %I ON %I.%I',
      'all_tenants_' || place.table_name, place.schema_name, place.table_name
    );
  END LOOP;
END
$$;

DROP TRIGGER IF EXISTS audit_logs_no_truncate ON public.audit_logs;
DROP TRIGGER IF EXISTS audit_logs_append_only ON public.audit_logs;
DROP TRIGGER IF EXISTS audit_logs_users_in_tenant ON public.audit_logs;
DROP TRIGGER IF EXISTS file_permissions_users_in_tenant ON public.file_permissions;
DROP TRIGGER IF EXISTS files_users_in_tenant ON public.files;
DROP TRIGGER IF EXISTS user_sessions_revoked_is_final ON public.user_sessions;
DROP TRIGGER IF EXISTS user_sessions_users_in_tenant ON public.user_sessions;
DROP TRIGGER IF EXISTS users_within_quota ON public.users;

-- Grants go before row security does, so that no moment shows one tenant the rows of another.
DO $$
DECLARE
  grantees text := (
    SELECT string_agg(quote_ident(rolname), ', ' ORDER BY rolname) FROM pg_roles
    WHERE rolname IN ('adx_app', 'adx_readonly', 'adx_admin', 'adx_definer')
  );
  place name;
  relation text;
BEGIN
  FOR place IN
    SELECT n.nspname FROM pg_namespace n WHERE n.nspowner = to_regrole('adx_owner') AND grantees IS NOT NULL
  LOOP
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM %s', place, grantees);
    EXECUTE format('REVOKE ALL ON SCHEMA %I FROM %s', place, grantees);
  END LOOP;
  FOREACH relation IN ARRAY ARRAY[
    'tenants', 'tenant_schemas', 'users', 'user_sessions', 'files', 'file_permissions', 'tenant_memberships',
    'audit_logs'
  ] LOOP
    CONTINUE WHEN to_regclass('public.' || relation) IS NULL;
    IF grantees IS NOT NULL THEN
      EXECUTE format('REVOKE ALL ON public.%I FROM %s', relation, grantees);
    END IF;
    EXECUTE format('DROP POLICY IF EXISTS %I ON public.%I', 'all_tenants_' || relation, relation);
    EXECUTE format('DROP POLICY IF EXISTS %I ON public.%I', 'tenant_isolation_' || relation, relation);
    EXECUTE format(
      'ALTER TABLE public.%I NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY', relation
    );
  END LOOP;
END
$$;

DROP FUNCTION IF EXISTS public.guard_append_only();
DROP FUNCTION IF EXISTS public.parent_is_gone(text, uuid);
DROP FUNCTION IF EXISTS public.refuse_session_revival();
DROP FUNCTION IF EXISTS public.check_user_quota();
DROP FUNCTION IF EXISTS public.check_user_in_tenant();

DROP FUNCTION IF EXISTS public.clear_tenant_context();
DROP FUNCTION IF EXISTS public.set_tenant_context(uuid);
DROP FUNCTION IF EXISTS public.get_current_tenant_id();
