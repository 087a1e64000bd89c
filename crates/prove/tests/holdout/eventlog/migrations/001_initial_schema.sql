-- Event sourcing: an append-only log, projections kept by triggers, an outbox, snapshots.

CREATE ROLE ho_eventlog_app LOGIN;
CREATE SCHEMA es;

CREATE TABLE es.tenants (id uuid PRIMARY KEY, name text NOT NULL);
CREATE TABLE es.event_types (type text PRIMARY KEY, schema jsonb NOT NULL DEFAULT '{}');
CREATE TABLE es.streams (
  tenant_id uuid NOT NULL REFERENCES es.tenants,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  version integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id)
);
CREATE TABLE es.events (
  tenant_id uuid NOT NULL,
  stream_id uuid NOT NULL,
  version integer NOT NULL,
  type text NOT NULL REFERENCES es.event_types,
  data jsonb NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, stream_id, version),
  FOREIGN KEY (tenant_id, stream_id) REFERENCES es.streams
);
CREATE TABLE es.snapshots (
  tenant_id uuid NOT NULL,
  stream_id uuid NOT NULL,
  state jsonb NOT NULL,
  PRIMARY KEY (tenant_id, stream_id),
  FOREIGN KEY (tenant_id, stream_id) REFERENCES es.streams ON DELETE CASCADE
);
CREATE TABLE es.outbox (
  tenant_id uuid NOT NULL REFERENCES es.tenants,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  topic text NOT NULL,
  message jsonb NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);

CREATE FUNCTION es.tenant() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('es.tenant', true), '')::uuid $$;

CREATE FUNCTION es.project() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO es.snapshots AS s VALUES (NEW.tenant_id, NEW.stream_id, NEW.data)
  ON CONFLICT (tenant_id, stream_id) DO UPDATE SET state = s.state || excluded.state;
  INSERT INTO es.outbox (tenant_id, topic, message) VALUES (NEW.tenant_id, NEW.type, NEW.data);
  RETURN NULL;
END $$;
CREATE TRIGGER project AFTER INSERT ON es.events FOR EACH ROW EXECUTE FUNCTION es.project();

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['streams', 'events', 'snapshots', 'outbox'] LOOP
    EXECUTE format('ALTER TABLE es.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON es.%I USING (tenant_id = es.tenant())', t);
  END LOOP;
END $$;
ALTER TABLE es.tenants ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON es.tenants USING (id = es.tenant());
GRANT USAGE ON SCHEMA es TO ho_eventlog_app;
GRANT SELECT ON ALL TABLES IN SCHEMA es TO ho_eventlog_app;
GRANT INSERT ON es.streams, es.events TO ho_eventlog_app;
GRANT UPDATE (sent_at) ON es.outbox TO ho_eventlog_app;
