-- Undoes 009. No row is lost, but THE FENCE GOES, and with it every grant: after this nobody but the owner,
-- its members and superusers reads anything. Stop the application before.

-- Grants go before row security does, so that no moment shows one tenant the rows of another.
DO $$
DECLARE
  grantees text := (
    SELECT string_agg(quote_ident(rolname), ', ' ORDER BY rolname) FROM pg_roles
    WHERE rolname IN ('application_role', 'reporting_role', 'platform_admin_role')
  );
  relation record;
BEGIN
  IF to_regnamespace('migration') IS NULL THEN
    RETURN;
  END IF;
  IF grantees IS NOT NULL THEN
    EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA migration FROM %s', grantees);
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA migration FROM %s', grantees);
    EXECUTE format('REVOKE ALL ON SCHEMA migration FROM %s', grantees);
  END IF;
  FOR relation IN
    SELECT c.oid::regclass AS name, EXISTS (
      SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'tenant_isolation'
    ) AS fenced
    FROM pg_class c
    WHERE c.relnamespace = 'migration'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity
    ORDER BY 1
  LOOP
    IF relation.fenced THEN
      EXECUTE format('DROP POLICY tenant_isolation ON %s', relation.name);
    END IF;
    EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY', relation.name);
  END LOOP;
END
$$;
