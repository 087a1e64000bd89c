CREATE ROLE hf_quotaport_app LOGIN;
CREATE SCHEMA gw;

CREATE TABLE gw.tenants (
  tenant text PRIMARY KEY CHECK (tenant ~ '^[a-z][a-z0-9-]+$'),
  plan text NOT NULL DEFAULT 'free'
);

-- Everything below begins its key with the slug; numbers count up in each tenant.
CREATE TABLE gw.services (
  tenant text NOT NULL REFERENCES gw.tenants (tenant),
  service_no integer NOT NULL,
  upstream text NOT NULL,
  PRIMARY KEY (tenant, service_no)
);

CREATE TABLE gw.routes (
  tenant text NOT NULL,
  route_no integer NOT NULL,
  service_no integer NOT NULL,
  host text NOT NULL,
  path text NOT NULL DEFAULT '/',
  PRIMARY KEY (tenant, route_no),
  UNIQUE (tenant, host, path),
  FOREIGN KEY (tenant, service_no) REFERENCES gw.services (tenant, service_no)
);

CREATE TABLE gw.consumers (
  tenant text NOT NULL REFERENCES gw.tenants (tenant),
  consumer_no integer NOT NULL,
  label text NOT NULL,
  PRIMARY KEY (tenant, consumer_no)
);

CREATE TABLE gw.api_keys (
  tenant text NOT NULL,
  key_no integer NOT NULL,
  consumer_no integer NOT NULL,
  prefix text NOT NULL,
  digest text NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (tenant, key_no),
  FOREIGN KEY (tenant, consumer_no) REFERENCES gw.consumers (tenant, consumer_no)
);

CREATE TABLE gw.quotas (
  tenant text NOT NULL,
  consumer_no integer NOT NULL,
  month date NOT NULL,
  calls_allowed integer NOT NULL,
  calls_used integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, consumer_no, month),
  FOREIGN KEY (tenant, consumer_no) REFERENCES gw.consumers (tenant, consumer_no)
);

CREATE TABLE gw.request_log (
  tenant text NOT NULL,
  request_id uuid NOT NULL DEFAULT gen_random_uuid(),
  consumer_no integer NOT NULL,
  path text NOT NULL,
  status integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, request_id)
);

CREATE TABLE gw.replies (
  tenant text NOT NULL REFERENCES gw.tenants (tenant),
  idem_key text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (tenant, idem_key)
);

CREATE TABLE gw.webhooks (
  tenant text NOT NULL REFERENCES gw.tenants (tenant),
  hook_no integer NOT NULL,
  url text NOT NULL,
  signing_secret text NOT NULL,
  PRIMARY KEY (tenant, hook_no)
);

ALTER TABLE gw.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE gw.tenants FORCE ROW LEVEL SECURITY;
ALTER TABLE gw.services ENABLE ROW LEVEL SECURITY;
ALTER TABLE gw.services FORCE ROW LEVEL SECURITY;
ALTER TABLE gw.routes ENABLE ROW LEVEL SECURITY;
ALTER TABLE gw.routes FORCE ROW LEVEL SECURITY;
ALTER TABLE gw.consumers ENABLE ROW LEVEL SECURITY;
ALTER TABLE gw.consumers FORCE ROW LEVEL SECURITY;
ALTER TABLE gw.api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE gw.api_keys FORCE ROW LEVEL SECURITY;
ALTER TABLE gw.quotas ENABLE ROW LEVEL SECURITY;
ALTER TABLE gw.quotas FORCE ROW LEVEL SECURITY;
ALTER TABLE gw.request_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE gw.request_log FORCE ROW LEVEL SECURITY;
ALTER TABLE gw.replies ENABLE ROW LEVEL SECURITY;
ALTER TABLE gw.replies FORCE ROW LEVEL SECURITY;
ALTER TABLE gw.webhooks ENABLE ROW LEVEL SECURITY;
ALTER TABLE gw.webhooks FORCE ROW LEVEL SECURITY;

-- An unset or empty setting is equal to no slug.
CREATE POLICY own ON gw.tenants FOR SELECT USING (tenant = current_setting('gateway.tenant', true));
CREATE POLICY own ON gw.services USING (tenant = current_setting('gateway.tenant', true));
CREATE POLICY own ON gw.routes USING (tenant = current_setting('gateway.tenant', true));
CREATE POLICY own ON gw.consumers USING (tenant = current_setting('gateway.tenant', true));
CREATE POLICY own ON gw.api_keys USING (tenant = current_setting('gateway.tenant', true));
CREATE POLICY own ON gw.quotas USING (tenant = current_setting('gateway.tenant', true));
CREATE POLICY own ON gw.request_log USING (tenant = current_setting('gateway.tenant', true));
CREATE POLICY own ON gw.replies USING (tenant = current_setting('gateway.tenant', true));
CREATE POLICY own ON gw.webhooks USING (tenant = current_setting('gateway.tenant', true));

GRANT USAGE ON SCHEMA gw TO hf_quotaport_app;
GRANT SELECT ON gw.tenants TO hf_quotaport_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON gw.services, gw.routes, gw.consumers, gw.api_keys, gw.quotas,
  gw.replies, gw.webhooks TO hf_quotaport_app;
GRANT SELECT, INSERT ON gw.request_log TO hf_quotaport_app;
