CREATE ROLE hf_scaffold_app LOGIN;
-- Read-only login for the report pages; it sets the firm as the application does.
CREATE ROLE hf_scaffold_report LOGIN;

CREATE SCHEMA scaf;
GRANT USAGE ON SCHEMA scaf TO hf_scaffold_app, hf_scaffold_report;

CREATE FUNCTION scaf.firm() RETURNS bigint
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('scaf.firm_id', true), '')::bigint $$;

CREATE TABLE scaf.part_types (
  code text PRIMARY KEY,
  kilos numeric(6, 2) NOT NULL
);

CREATE TABLE scaf.firms (
  id bigint PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE scaf.clients (
  firm_id bigint NOT NULL DEFAULT scaf.firm() REFERENCES scaf.firms (id),
  client_no integer NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (firm_id, client_no)
);

CREATE TABLE scaf.sites (
  firm_id bigint NOT NULL DEFAULT scaf.firm(),
  site_no integer NOT NULL,
  client_no integer NOT NULL,
  address text NOT NULL,
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'standing', 'down')),
  tags text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (firm_id, site_no),
  FOREIGN KEY (firm_id, client_no) REFERENCES scaf.clients (firm_id, client_no)
);

CREATE TABLE scaf.quotes (
  firm_id bigint NOT NULL DEFAULT scaf.firm(),
  quote_no integer NOT NULL,
  site_no integer,
  cents bigint NOT NULL,
  terms text,
  PRIMARY KEY (firm_id, quote_no),
  FOREIGN KEY (firm_id, site_no) REFERENCES scaf.sites (firm_id, site_no)
);

CREATE TABLE scaf.parts (
  firm_id bigint NOT NULL DEFAULT scaf.firm() REFERENCES scaf.firms (id),
  serial text NOT NULL,
  type text NOT NULL REFERENCES scaf.part_types (code),
  bought_on date,
  PRIMARY KEY (firm_id, serial)
);

CREATE TABLE scaf.hires (
  firm_id bigint NOT NULL DEFAULT scaf.firm(),
  site_no integer NOT NULL,
  serial text NOT NULL,
  out_on date NOT NULL,
  back_on date,
  PRIMARY KEY (firm_id, serial, out_on),
  FOREIGN KEY (firm_id, site_no) REFERENCES scaf.sites (firm_id, site_no),
  FOREIGN KEY (firm_id, serial) REFERENCES scaf.parts (firm_id, serial)
);

CREATE TABLE scaf.inspections (
  firm_id bigint NOT NULL DEFAULT scaf.firm(),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  site_no integer NOT NULL,
  inspected_on date NOT NULL,
  passed boolean NOT NULL,
  finding text,
  PRIMARY KEY (firm_id, id),
  FOREIGN KEY (firm_id, site_no) REFERENCES scaf.sites (firm_id, site_no) ON DELETE CASCADE
);

-- Files lie in a store elsewhere; the path begins with the number of the firm.
CREATE TABLE scaf.photos (
  firm_id bigint NOT NULL DEFAULT scaf.firm() REFERENCES scaf.firms (id),
  path text NOT NULL,
  caption text,
  PRIMARY KEY (firm_id, path),
  CHECK (split_part(path, '/', 1) = firm_id::text)
);

CREATE TABLE scaf.crew (
  firm_id bigint NOT NULL DEFAULT scaf.firm() REFERENCES scaf.firms (id),
  badge integer NOT NULL,
  full_name text NOT NULL,
  wage_cents integer NOT NULL,
  PRIMARY KEY (firm_id, badge)
);

ALTER TABLE scaf.firms ENABLE ROW LEVEL SECURITY;
ALTER TABLE scaf.firms FORCE ROW LEVEL SECURITY;
CREATE POLICY firm_self ON scaf.firms FOR SELECT USING (id = scaf.firm());

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['clients', 'sites', 'quotes', 'parts', 'hires', 'inspections', 'photos', 'crew']
  LOOP
    EXECUTE format('ALTER TABLE scaf.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE scaf.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY firm_rows ON scaf.%I'
      ' USING (firm_id = scaf.firm()) WITH CHECK (firm_id = scaf.firm())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON scaf.%I TO hf_scaffold_app', t);
  END LOOP;
END
$$;

GRANT SELECT ON scaf.firms, scaf.part_types TO hf_scaffold_app, hf_scaffold_report;
GRANT SELECT ON scaf.sites, scaf.quotes, scaf.hires, scaf.inspections TO hf_scaffold_report;

-- Which parts are out; the caller's rights.
CREATE VIEW scaf.parts_out WITH (security_invoker = true) AS
SELECT h.firm_id, h.serial, p.type, h.site_no, h.out_on
FROM scaf.hires h
JOIN scaf.parts p ON p.firm_id = h.firm_id AND p.serial = h.serial
WHERE h.back_on IS NULL;
GRANT SELECT ON scaf.parts_out TO hf_scaffold_app;
