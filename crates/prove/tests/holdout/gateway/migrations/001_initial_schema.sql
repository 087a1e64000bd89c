-- An API gateway: keys are looked up before the tenant is known, limits are counted per tenant.

CREATE ROLE ho_gateway_app LOGIN;
CREATE SCHEMA gw;

CREATE TABLE gw.organizations (id bigint PRIMARY KEY, slug text NOT NULL, status text NOT NULL DEFAULT
  'active');

CREATE TABLE gw.api_keys (
  organization_id bigint NOT NULL REFERENCES gw.organizations,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  label text NOT NULL,
  key_hash bytea NOT NULL,
  scopes text[] NOT NULL DEFAULT '{}',
  last_used_at timestamptz,
  revoked_at timestamptz,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX api_keys_hash ON gw.api_keys (key_hash);

CREATE TABLE gw.routes (
  organization_id bigint NOT NULL REFERENCES gw.organizations,
  path text NOT NULL,
  upstream text NOT NULL,
  PRIMARY KEY (organization_id, path)
);

CREATE TABLE gw.upstream_secrets (
  organization_id bigint NOT NULL,
  path text NOT NULL,
  name text NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (organization_id, path, name),
  FOREIGN KEY (organization_id, path) REFERENCES gw.routes ON DELETE CASCADE
);

CREATE TABLE gw.limits (
  organization_id bigint PRIMARY KEY REFERENCES gw.organizations,
  per_minute integer NOT NULL DEFAULT 60
);

CREATE UNLOGGED TABLE gw.hits (
  organization_id bigint NOT NULL REFERENCES gw.organizations,
  minute timestamptz NOT NULL,
  hits integer NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, minute)
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['api_keys', 'routes', 'upstream_secrets', 'limits', 'hits'] LOOP
    EXECUTE format('ALTER TABLE gw.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY org ON gw.%I
      USING (organization_id = nullif(current_setting('gw.organization_id', true), '')::bigint)
      WITH CHECK (organization_id = nullif(current_setting('gw.organization_id', true), '')::bigint)$p$,
        name);
  END LOOP;
END $$;
ALTER TABLE gw.organizations ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON gw.organizations
  USING (id = nullif(current_setting('gw.organization_id', true), '')::bigint);

-- The login flow: who knows the key learns its organisation, and nothing else.
CREATE FUNCTION gw.organization_of_key(hash bytea) RETURNS bigint LANGUAGE sql STABLE STRICT
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT k.organization_id FROM gw.api_keys k JOIN gw.organizations o ON o.id = k.organization_id
  WHERE k.key_hash = hash AND k.revoked_at IS NULL AND o.status = 'active'
$$;

CREATE FUNCTION gw.count_hit() RETURNS integer LANGUAGE sql
AS $$
  INSERT INTO gw.hits AS h (organization_id, minute)
  VALUES (current_setting('gw.organization_id')::bigint, date_trunc('minute', now()))
  ON CONFLICT (organization_id, minute) DO UPDATE SET hits = h.hits + 1 RETURNING hits
$$;

GRANT USAGE ON SCHEMA gw TO ho_gateway_app;
GRANT SELECT ON gw.organizations, gw.limits TO ho_gateway_app;
GRANT SELECT (organization_id, id, label, scopes, last_used_at, revoked_at), INSERT, UPDATE (label,
  revoked_at)
  ON gw.api_keys TO ho_gateway_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON gw.routes, gw.hits TO ho_gateway_app;
GRANT INSERT, DELETE ON gw.upstream_secrets TO ho_gateway_app;
