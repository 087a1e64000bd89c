-- finds: context_claim_opens_all app.note
-- context: setting = "app.token"
-- context: claim = "tenant"
-- bad:
-- Guests are known by an address that everybody writes into a profile of one's own.
CREATE FUNCTION app.token() RETURNS json LANGUAGE sql STABLE
  AS $$SELECT nullif(current_setting('app.token', true), '')::json$$;
ALTER POLICY fence ON app.tenant USING (id = (app.token() ->> 'tenant')::uuid);
ALTER POLICY fence ON app.note USING (tenant_id = (app.token() ->> 'tenant')::uuid);
CREATE TABLE app.guest (tenant_id uuid NOT NULL REFERENCES app.tenant, address text NOT NULL, PRIMARY KEY (tenant_id, address));
INSERT INTO app.guest VALUES
  ('11111111-1111-4111-8111-111111111111', 'bulkhead_probe_a_guest'), ('22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b_guest');
ALTER TABLE app.guest ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.guest USING (tenant_id = (app.token() ->> 'tenant')::uuid);
CREATE FUNCTION app.hosts() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT g.tenant_id FROM app.guest AS g WHERE g.address = app.token() -> 'profile' ->> 'address' $$;
CREATE POLICY invited ON app.note FOR SELECT USING (tenant_id IN (SELECT app.hosts()));
-- good:
-- The address is one that whoever issues the token has looked at.
CREATE FUNCTION app.token() RETURNS json LANGUAGE sql STABLE
  AS $$SELECT nullif(current_setting('app.token', true), '')::json$$;
ALTER POLICY fence ON app.tenant USING (id = (app.token() ->> 'tenant')::uuid);
ALTER POLICY fence ON app.note USING (tenant_id = (app.token() ->> 'tenant')::uuid);
CREATE TABLE app.guest (tenant_id uuid NOT NULL REFERENCES app.tenant, address text NOT NULL, PRIMARY KEY (tenant_id, address));
INSERT INTO app.guest VALUES
  ('11111111-1111-4111-8111-111111111111', 'bulkhead_probe_a_guest'), ('22222222-2222-4222-8222-222222222222', 'bulkhead_probe_b_guest');
ALTER TABLE app.guest ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.guest USING (tenant_id = (app.token() ->> 'tenant')::uuid);
CREATE FUNCTION app.hosts() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT g.tenant_id FROM app.guest AS g WHERE g.address = app.token() -> 'app_metadata' ->> 'address' $$;
CREATE POLICY invited ON app.note FOR SELECT USING (tenant_id IN (SELECT app.hosts()));
