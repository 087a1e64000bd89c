-- Experiments of many organizations. Every key begins with the organization, so no key spans two of them.
CREATE ROLE hf_splitbeacon_app LOGIN;
CREATE SCHEMA exp;
GRANT USAGE ON SCHEMA exp TO hf_splitbeacon_app;

-- An unset or empty setting is no organization at all.
CREATE FUNCTION exp.current_org() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.current_org', true), '')::uuid $$;

CREATE TABLE exp.metric_kinds (
  kind text PRIMARY KEY,
  label text NOT NULL
);

CREATE TABLE exp.organizations (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  plan text NOT NULL DEFAULT 'starter'
);

CREATE TABLE exp.people (
  org_id uuid NOT NULL REFERENCES exp.organizations (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, email)
);

CREATE TABLE exp.experiments (
  org_id uuid NOT NULL REFERENCES exp.organizations (id),
  key text NOT NULL,
  name text NOT NULL,
  hypothesis text,
  status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'running', 'done')),
  PRIMARY KEY (org_id, key)
);

CREATE TABLE exp.variants (
  org_id uuid NOT NULL,
  experiment_key text NOT NULL,
  name text NOT NULL,
  weight integer NOT NULL CHECK (weight BETWEEN 0 AND 100),
  PRIMARY KEY (org_id, experiment_key, name),
  FOREIGN KEY (org_id, experiment_key) REFERENCES exp.experiments (org_id, key) ON DELETE CASCADE
);

CREATE TABLE exp.flags (
  org_id uuid NOT NULL REFERENCES exp.organizations (id),
  key text NOT NULL,
  payload jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (org_id, key)
);

CREATE TABLE exp.segments (
  org_id uuid NOT NULL REFERENCES exp.organizations (id),
  key text NOT NULL,
  rule text NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (org_id, key)
);

CREATE TABLE exp.exposures (
  org_id uuid NOT NULL,
  seen_on date NOT NULL,
  subject text NOT NULL,
  experiment_key text NOT NULL,
  variant text NOT NULL,
  PRIMARY KEY (org_id, seen_on, subject, experiment_key)
) PARTITION BY RANGE (seen_on);
CREATE TABLE exp.exposures_2025_06 PARTITION OF exp.exposures
  FOR VALUES FROM ('2025-06-01') TO ('2025-07-01');
CREATE TABLE exp.exposures_rest PARTITION OF exp.exposures DEFAULT;

CREATE TABLE exp.metric_events (
  org_id uuid NOT NULL REFERENCES exp.organizations (id),
  dedupe_key text NOT NULL,
  kind text NOT NULL REFERENCES exp.metric_kinds (kind),
  amount numeric NOT NULL,
  PRIMARY KEY (org_id, dedupe_key)
);

CREATE TABLE exp.jobs (
  org_id uuid NOT NULL REFERENCES exp.organizations (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  payload jsonb NOT NULL,
  state text NOT NULL DEFAULT 'queued',
  PRIMARY KEY (org_id, id)
);

-- Policies: one rule, the same on every table that belongs to an organization, and on each partition.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['people', 'experiments', 'variants', 'flags', 'segments', 'exposures',
    'exposures_2025_06', 'exposures_rest', 'metric_events', 'jobs'] LOOP
    EXECUTE format('ALTER TABLE exp.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE exp.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_org ON exp.%I USING (org_id = exp.current_org())
      WITH CHECK (org_id = exp.current_org())', t);
  END LOOP;
END $$;
ALTER TABLE exp.organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE exp.organizations FORCE ROW LEVEL SECURITY;
CREATE POLICY own_org ON exp.organizations USING (id = exp.current_org());

-- The partitions get no grant: the application goes by the parent.
GRANT SELECT ON exp.metric_kinds, exp.organizations TO hf_splitbeacon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON exp.people, exp.experiments, exp.variants, exp.flags, exp.segments,
  exp.exposures, exp.metric_events, exp.jobs TO hf_splitbeacon_app;
