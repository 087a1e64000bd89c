-- Laboratories work on views only. The base tables are granted to nobody but their owner.
CREATE ROLE hf_labs_owner NOLOGIN;
CREATE ROLE hf_labs_app LOGIN;

CREATE SCHEMA store AUTHORIZATION hf_labs_owner;
CREATE SCHEMA api AUTHORIZATION hf_labs_owner;
SET ROLE hf_labs_owner;
GRANT USAGE ON SCHEMA api TO hf_labs_app;

CREATE FUNCTION api.lab() RETURNS bigint
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT nullif(current_setting('labs.lab_id', true), '')::bigint $$;

CREATE TABLE store.labs (
  id bigint PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE store.clients (
  lab_id bigint NOT NULL DEFAULT api.lab() REFERENCES store.labs (id),
  code text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (lab_id, code)
);

CREATE TABLE store.samples (
  lab_id bigint NOT NULL DEFAULT api.lab(),
  barcode text NOT NULL,
  client text NOT NULL,
  label text NOT NULL,
  taken_on date,
  PRIMARY KEY (lab_id, barcode),
  FOREIGN KEY (lab_id, client) REFERENCES store.clients (lab_id, code)
);

CREATE TABLE store.methods (
  lab_id bigint NOT NULL DEFAULT api.lab() REFERENCES store.labs (id),
  code text NOT NULL,
  title text NOT NULL,
  price numeric(8, 2),
  PRIMARY KEY (lab_id, code)
);

CREATE TABLE store.results (
  lab_id bigint NOT NULL DEFAULT api.lab(),
  barcode text NOT NULL,
  method text NOT NULL,
  value text NOT NULL,
  approved boolean NOT NULL DEFAULT false,
  PRIMARY KEY (lab_id, barcode, method),
  FOREIGN KEY (lab_id, barcode) REFERENCES store.samples (lab_id, barcode),
  FOREIGN KEY (lab_id, method) REFERENCES store.methods (lab_id, code)
);

CREATE TABLE store.devices (
  lab_id bigint NOT NULL DEFAULT api.lab() REFERENCES store.labs (id),
  serial text NOT NULL,
  model text NOT NULL,
  PRIMARY KEY (lab_id, serial)
);

CREATE TABLE store.calibrations (
  lab_id bigint NOT NULL DEFAULT api.lab(),
  serial text NOT NULL,
  day date NOT NULL,
  remark text NOT NULL,
  PRIMARY KEY (lab_id, serial, day),
  FOREIGN KEY (lab_id, serial) REFERENCES store.devices (lab_id, serial)
);

CREATE TABLE store.chemicals (
  lab_id bigint NOT NULL DEFAULT api.lab() REFERENCES store.labs (id),
  name text NOT NULL,
  grams integer NOT NULL,
  PRIMARY KEY (lab_id, name)
);

-- Row security lets only the owner through, that is its views, should a grant on a table slip in.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['labs', 'clients', 'samples', 'methods', 'results', 'devices', 'calibrations',
    'chemicals']
  LOOP
    EXECUTE format('ALTER TABLE store.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE store.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_only ON store.%I TO hf_labs_owner USING (true)', t);
  END LOOP;
END
$$;

CREATE VIEW api.labs WITH (security_barrier = true) AS
  SELECT id, name FROM store.labs WHERE id = api.lab();
CREATE VIEW api.clients WITH (security_barrier = true) AS
  SELECT * FROM store.clients WHERE lab_id = api.lab() WITH CASCADED CHECK OPTION;
CREATE VIEW api.samples WITH (security_barrier = true) AS
  SELECT * FROM store.samples WHERE lab_id = api.lab() WITH CASCADED CHECK OPTION;
CREATE VIEW api.methods WITH (security_barrier = true) AS
  SELECT * FROM store.methods WHERE lab_id = api.lab() WITH CASCADED CHECK OPTION;
CREATE VIEW api.results WITH (security_barrier = true) AS
  SELECT * FROM store.results WHERE lab_id = api.lab() WITH CASCADED CHECK OPTION;
CREATE VIEW api.devices WITH (security_barrier = true) AS
  SELECT * FROM store.devices WHERE lab_id = api.lab() WITH CASCADED CHECK OPTION;
CREATE VIEW api.calibrations WITH (security_barrier = true) AS
  SELECT * FROM store.calibrations WHERE lab_id = api.lab() WITH CASCADED CHECK OPTION;
CREATE VIEW api.chemicals WITH (security_barrier = true) AS
  SELECT * FROM store.chemicals WHERE lab_id = api.lab() WITH CASCADED CHECK OPTION;

-- The laboratory itself is never written by the caller: it comes from the default, so it cannot be probed.
GRANT SELECT ON api.labs TO hf_labs_app;
GRANT SELECT, DELETE ON api.clients, api.samples, api.methods, api.results, api.devices, api.calibrations,
  api.chemicals TO hf_labs_app;
GRANT INSERT (code, name), UPDATE (name) ON api.clients TO hf_labs_app;
GRANT INSERT (barcode, client, label, taken_on), UPDATE (client, label, taken_on)
  ON api.samples TO hf_labs_app;
GRANT INSERT (code, title, price), UPDATE (title, price) ON api.methods TO hf_labs_app;
GRANT INSERT (barcode, method, value, approved), UPDATE (value, approved) ON api.results TO hf_labs_app;
GRANT INSERT (serial, model), UPDATE (model) ON api.devices TO hf_labs_app;
GRANT INSERT (serial, day, remark), UPDATE (remark) ON api.calibrations TO hf_labs_app;
GRANT INSERT (name, grams), UPDATE (grams) ON api.chemicals TO hf_labs_app;
RESET ROLE;
