-- Distributed tracing. Organisations are tenants, with spans in hash partitions.
CREATE ROLE hf_tracing_app LOGIN;
CREATE ROLE hf_tracing_viewer LOGIN;
CREATE SCHEMA apm;
CREATE SCHEMA apm_parts;
GRANT USAGE ON SCHEMA apm TO hf_tracing_app, hf_tracing_viewer;

CREATE TABLE apm.span_kinds (kind text PRIMARY KEY);
CREATE TABLE apm.orgs (
  org_id bigint PRIMARY KEY,
  org_name text NOT NULL,
  retention_days int NOT NULL DEFAULT 30
);
CREATE FUNCTION apm.org() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN current_setting('apm.org_id', true) ~ '^[0-9]{1,18}$'
    THEN current_setting('apm.org_id', true)::bigint END
$$;

CREATE TABLE apm.services (
  org_id bigint NOT NULL REFERENCES apm.orgs,
  service text NOT NULL,
  owner_team text,
  PRIMARY KEY (org_id, service)
);
CREATE TABLE apm.ingest_keys (
  org_id bigint NOT NULL REFERENCES apm.orgs,
  key_name text NOT NULL,
  secret text NOT NULL,
  revoked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, key_name)
);
CREATE TABLE apm.spans (
  org_id bigint NOT NULL,
  trace_id text NOT NULL,
  span_id text NOT NULL,
  parent_span text,
  service text NOT NULL,
  kind text REFERENCES apm.span_kinds,
  duration_ms int NOT NULL DEFAULT 0,
  attributes jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (org_id, trace_id, span_id),
  FOREIGN KEY (org_id, service) REFERENCES apm.services ON DELETE CASCADE
) PARTITION BY HASH (org_id);
CREATE TABLE apm_parts.spans_0 PARTITION OF apm.spans FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE apm_parts.spans_1 PARTITION OF apm.spans FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE TABLE apm.span_errors (
  org_id bigint NOT NULL,
  trace_id text NOT NULL,
  span_id text NOT NULL,
  message text,
  PRIMARY KEY (org_id, trace_id, span_id),
  FOREIGN KEY (org_id, trace_id, span_id) REFERENCES apm.spans ON DELETE CASCADE
);
CREATE TABLE apm.saved_queries (
  org_id bigint NOT NULL REFERENCES apm.orgs,
  query_name text NOT NULL,
  filter text NOT NULL,
  visibility text NOT NULL DEFAULT 'private' CHECK (visibility IN ('private', 'team', 'link')),
  PRIMARY KEY (org_id, query_name)
);
CREATE TABLE apm.monitors (
  org_id bigint NOT NULL,
  monitor text NOT NULL,
  service text NOT NULL,
  threshold_ms int NOT NULL,
  channel text,
  PRIMARY KEY (org_id, monitor),
  FOREIGN KEY (org_id, service) REFERENCES apm.services ON DELETE CASCADE
);
CREATE TABLE apm.incidents (
  org_id bigint NOT NULL,
  incident uuid NOT NULL DEFAULT gen_random_uuid(),
  monitor text NOT NULL,
  summary text,
  PRIMARY KEY (org_id, incident),
  FOREIGN KEY (org_id, monitor) REFERENCES apm.monitors ON DELETE CASCADE
);
CREATE TABLE apm.usage_counters (
  org_id bigint NOT NULL REFERENCES apm.orgs,
  month date NOT NULL,
  spans bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (org_id, month)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['apm.orgs', 'apm.services', 'apm.ingest_keys', 'apm.spans', 'apm_parts.spans_0',
      'apm_parts.spans_1', 'apm.span_errors', 'apm.saved_queries', 'apm.monitors', 'apm.incidents',
      'apm.usage_counters'] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY org_rows ON %s USING (org_id = apm.org()) WITH CHECK (org_id = apm.org())',
      t);
  END LOOP;
END $$;
GRANT SELECT ON apm.span_kinds, apm.orgs, apm.services, apm.spans, apm.span_errors, apm.saved_queries,
  apm.monitors, apm.incidents TO hf_tracing_viewer;
GRANT SELECT ON apm.span_kinds, apm.orgs, apm.usage_counters TO hf_tracing_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON apm.services, apm.ingest_keys, apm.spans, apm.span_errors,
  apm.saved_queries, apm.monitors, apm.incidents TO hf_tracing_app;

CREATE VIEW apm.slow_spans WITH (security_invoker = true, check_option = cascaded) AS
  SELECT * FROM apm.spans WHERE duration_ms > 1000;
GRANT SELECT, INSERT, UPDATE ON apm.slow_spans TO hf_tracing_app;

-- Counting goes past the policies, for the organisation of the row that has just passed them.
CREATE FUNCTION apm.count_span() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = apm, pg_temp AS $$
BEGIN
  INSERT INTO apm.usage_counters AS u VALUES (NEW.org_id, date_trunc('month', now()), 1)
    ON CONFLICT (org_id, month) DO UPDATE SET spans = u.spans + 1;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION apm.count_span() FROM PUBLIC;
CREATE TRIGGER count_span AFTER INSERT ON apm.spans FOR EACH ROW EXECUTE FUNCTION apm.count_span();

CREATE MATERIALIZED VIEW apm_parts.service_map AS
  SELECT c.org_id, p.service AS caller, c.service AS callee, count(*) AS calls
  FROM apm.spans c JOIN apm.spans p
    ON p.org_id = c.org_id AND p.trace_id = c.trace_id AND p.span_id = c.parent_span
  GROUP BY 1, 2, 3;
CREATE FUNCTION apm.service_map() RETURNS TABLE (caller text, callee text, calls bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = apm, pg_temp AS $$
  SELECT m.caller, m.callee, m.calls FROM apm_parts.service_map m WHERE m.org_id = apm.org()
$$;
REVOKE ALL ON FUNCTION apm.service_map() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION apm.service_map() TO hf_tracing_app, hf_tracing_viewer;
