CREATE ROLE hf_dispatch_app LOGIN;
CREATE ROLE hf_dispatch_owner NOLOGIN;
CREATE ROLE hf_dispatch_support NOLOGIN;

GRANT USAGE ON SCHEMA public TO hf_dispatch_app;

CREATE FUNCTION current_company_id() RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.current_company_id', true), '')::bigint
$$;

CREATE TABLE companies (
  id bigint PRIMARY KEY,
  name text NOT NULL,
  plan text NOT NULL DEFAULT 'basic',
  created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE companies FORCE ROW LEVEL SECURITY;
CREATE POLICY own_company ON companies USING (id = current_company_id());
GRANT SELECT ON companies TO hf_dispatch_app;

CREATE TABLE skills (
  code text PRIMARY KEY,
  label text NOT NULL
);
GRANT SELECT ON skills TO hf_dispatch_app;

CREATE TABLE drivers (
  company_id bigint NOT NULL REFERENCES companies (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  phone text NOT NULL,
  skill_codes text[] NOT NULL DEFAULT '{}',
  deleted_at timestamptz,
  PRIMARY KEY (company_id, id),
  UNIQUE (company_id, phone)
);
ALTER TABLE drivers ENABLE ROW LEVEL SECURITY;
ALTER TABLE drivers FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON drivers
  USING (company_id = current_company_id()) WITH CHECK (company_id = current_company_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON drivers TO hf_dispatch_app;

CREATE TABLE vehicles (
  company_id bigint NOT NULL REFERENCES companies (id),
  plate text NOT NULL,
  model text NOT NULL,
  PRIMARY KEY (company_id, plate)
);
ALTER TABLE vehicles ENABLE ROW LEVEL SECURITY;
ALTER TABLE vehicles FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON vehicles
  USING (company_id = current_company_id()) WITH CHECK (company_id = current_company_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON vehicles TO hf_dispatch_app;

CREATE TABLE customers (
  company_id bigint NOT NULL REFERENCES companies (id),
  number integer NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  door_code text,
  PRIMARY KEY (company_id, number)
);
ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
ALTER TABLE customers FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON customers
  USING (company_id = current_company_id()) WITH CHECK (company_id = current_company_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON customers TO hf_dispatch_app;

CREATE TABLE jobs (
  company_id bigint NOT NULL,
  number integer NOT NULL,
  customer_number integer NOT NULL,
  summary text NOT NULL,
  state text NOT NULL DEFAULT 'open',
  payload jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (company_id, number),
  FOREIGN KEY (company_id, customer_number) REFERENCES customers (company_id, number)
);
CREATE INDEX index_jobs_on_state ON jobs (company_id, state);
ALTER TABLE jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE jobs FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON jobs
  USING (company_id = current_company_id()) WITH CHECK (company_id = current_company_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON jobs TO hf_dispatch_app;

CREATE TABLE assignments (
  company_id bigint NOT NULL,
  job_number integer NOT NULL,
  driver_id uuid NOT NULL,
  plate text,
  during tstzrange NOT NULL,
  PRIMARY KEY (company_id, job_number, driver_id),
  FOREIGN KEY (company_id, job_number) REFERENCES jobs (company_id, number) ON DELETE CASCADE,
  FOREIGN KEY (company_id, driver_id) REFERENCES drivers (company_id, id),
  FOREIGN KEY (company_id, plate) REFERENCES vehicles (company_id, plate)
);
ALTER TABLE assignments ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignments FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON assignments
  USING (company_id = current_company_id()) WITH CHECK (company_id = current_company_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON assignments TO hf_dispatch_app;

CREATE TABLE job_notes (
  company_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  job_number integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, job_number) REFERENCES jobs (company_id, number) ON DELETE CASCADE
);
ALTER TABLE job_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_notes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON job_notes
  USING (company_id = current_company_id()) WITH CHECK (company_id = current_company_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON job_notes TO hf_dispatch_app;

-- Background jobs of the application, kept with the company that asked for them.
CREATE TABLE background_tasks (
  company_id bigint NOT NULL REFERENCES companies (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  queue text NOT NULL DEFAULT 'default',
  arguments jsonb NOT NULL DEFAULT '{}',
  run_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (company_id, id)
);
ALTER TABLE background_tasks ENABLE ROW LEVEL SECURITY;
ALTER TABLE background_tasks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON background_tasks
  USING (company_id = current_company_id()) WITH CHECK (company_id = current_company_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON background_tasks TO hf_dispatch_app;

-- Where the vans are, one row for each ping.
CREATE TABLE positions (
  company_id bigint NOT NULL REFERENCES companies (id),
  driver_id uuid NOT NULL,
  seen_at timestamptz NOT NULL,
  place text NOT NULL,
  PRIMARY KEY (company_id, driver_id, seen_at),
  FOREIGN KEY (company_id, driver_id) REFERENCES drivers (company_id, id) ON DELETE CASCADE
);
ALTER TABLE positions ENABLE ROW LEVEL SECURITY;
ALTER TABLE positions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON positions
  USING (company_id = current_company_id()) WITH CHECK (company_id = current_company_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON positions TO hf_dispatch_app;
