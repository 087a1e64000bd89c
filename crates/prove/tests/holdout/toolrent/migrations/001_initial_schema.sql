-- Rental companies share the tables; bigint keys, numbers are given by the application for each company.
CREATE ROLE hf_toolrent_app LOGIN;
CREATE ROLE hf_toolrent_nightly LOGIN;
GRANT USAGE ON SCHEMA public TO hf_toolrent_app, hf_toolrent_nightly;

CREATE FUNCTION current_company_id() RETURNS bigint
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT nullif(current_setting('rental.company_id', true), '')::bigint $$;

CREATE TABLE schema_migrations (
  version character varying PRIMARY KEY
);

CREATE TABLE tool_kinds (
  id bigint PRIMARY KEY,
  name character varying NOT NULL
);

CREATE TABLE companies (
  id bigint PRIMARY KEY,
  name character varying NOT NULL,
  created_at timestamp(6) NOT NULL DEFAULT now()
);

CREATE TABLE branches (
  company_id bigint NOT NULL REFERENCES companies (id),
  id bigint NOT NULL,
  city character varying NOT NULL,
  PRIMARY KEY (company_id, id)
);

CREATE TABLE customers (
  company_id bigint NOT NULL REFERENCES companies (id),
  id bigint NOT NULL,
  name character varying NOT NULL,
  email character varying,
  blocked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (company_id, id)
);

CREATE TABLE tools (
  company_id bigint NOT NULL,
  id bigint NOT NULL,
  branch_id bigint NOT NULL,
  tool_kind_id bigint NOT NULL REFERENCES tool_kinds (id),
  label character varying NOT NULL,
  retired boolean NOT NULL DEFAULT false,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, branch_id) REFERENCES branches (company_id, id)
);

CREATE TABLE rentals (
  company_id bigint NOT NULL,
  id bigint NOT NULL,
  tool_id bigint NOT NULL,
  customer_id bigint NOT NULL,
  starts_on date NOT NULL,
  ends_on date,
  comment text,
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, tool_id) REFERENCES tools (company_id, id),
  FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id)
);

CREATE TABLE payments (
  company_id bigint NOT NULL,
  id bigint NOT NULL,
  rental_id bigint NOT NULL,
  cents bigint NOT NULL,
  method character varying NOT NULL DEFAULT 'card',
  PRIMARY KEY (company_id, id),
  FOREIGN KEY (company_id, rental_id) REFERENCES rentals (company_id, id)
);

CREATE TABLE inspections (
  company_id bigint NOT NULL,
  tool_id bigint NOT NULL,
  day date NOT NULL,
  result character varying NOT NULL,
  PRIMARY KEY (company_id, tool_id, day),
  FOREIGN KEY (company_id, tool_id) REFERENCES tools (company_id, id) ON DELETE CASCADE
);

CREATE TABLE notes (
  company_id bigint NOT NULL REFERENCES companies (id),
  id bigint NOT NULL,
  notable_type character varying NOT NULL,
  notable_id bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (company_id, id)
);

-- The nightly job writes exports for the accountants; the web application does not touch them.
CREATE TABLE accounting_exports (
  company_id bigint NOT NULL REFERENCES companies (id),
  day date NOT NULL,
  lines text NOT NULL,
  PRIMARY KEY (company_id, day)
);
GRANT SELECT, INSERT ON accounting_exports TO hf_toolrent_nightly;

ALTER TABLE companies ENABLE ROW LEVEL SECURITY;
ALTER TABLE companies FORCE ROW LEVEL SECURITY;
CREATE POLICY company_self ON companies FOR SELECT USING (id = current_company_id());
GRANT SELECT ON companies, tool_kinds, schema_migrations TO hf_toolrent_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['branches', 'customers', 'tools', 'rentals', 'payments', 'inspections', 'notes']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY company_rows ON %I USING (company_id = current_company_id())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_toolrent_app', t);
  END LOOP;
END
$$;
-- Nobody is let through to the exports by a policy except the job that writes them.
ALTER TABLE accounting_exports ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounting_exports FORCE ROW LEVEL SECURITY;
CREATE POLICY nightly_all ON accounting_exports TO hf_toolrent_nightly USING (true);
