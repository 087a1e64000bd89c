CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE ROLE hf_dialysis_app LOGIN;
-- For the yearly figures of the registry office; nobody logs in as it from the application.
CREATE ROLE hf_dialysis_registry NOLOGIN BYPASSRLS;

CREATE SCHEMA dia;
GRANT USAGE ON SCHEMA dia TO hf_dialysis_app, hf_dialysis_registry;

CREATE FUNCTION dia.network() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('dia.network', true), '')::uuid $$;

-- The unit of the session, if it works for one unit only. Codes of units are chosen by each network.
CREATE FUNCTION dia.unit() RETURNS text
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('dia.unit', true), '') $$;

CREATE TABLE dia.filters (
  model text PRIMARY KEY,
  surface_m2 numeric(3, 1) NOT NULL
);

CREATE TABLE dia.networks (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL
);

CREATE TABLE dia.units (
  network_id uuid NOT NULL REFERENCES dia.networks (id),
  unit_code text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (network_id, unit_code)
);

CREATE TABLE dia.chairs (
  network_id uuid NOT NULL,
  unit_code text NOT NULL,
  chair_code text NOT NULL,
  machine text,
  PRIMARY KEY (network_id, unit_code, chair_code),
  FOREIGN KEY (network_id, unit_code) REFERENCES dia.units (network_id, unit_code)
);

CREATE TABLE dia.patients (
  network_id uuid NOT NULL,
  unit_code text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  health_no text NOT NULL,
  full_name text NOT NULL,
  dry_weight_kg numeric(5, 1),
  active boolean NOT NULL DEFAULT true,
  PRIMARY KEY (network_id, id),
  CONSTRAINT patients_health_no_key UNIQUE (network_id, health_no),
  FOREIGN KEY (network_id, unit_code) REFERENCES dia.units (network_id, unit_code)
);

CREATE TABLE dia.sessions (
  network_id uuid NOT NULL,
  unit_code text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  chair_code text NOT NULL,
  patient_id uuid NOT NULL,
  slot tstzrange NOT NULL,
  filter text REFERENCES dia.filters (model),
  notes text,
  PRIMARY KEY (network_id, id),
  FOREIGN KEY (network_id, unit_code, chair_code) REFERENCES dia.chairs (network_id, unit_code, chair_code),
  FOREIGN KEY (network_id, patient_id) REFERENCES dia.patients (network_id, id),
  CONSTRAINT sessions_chair_free EXCLUDE USING gist (
    network_id WITH =, unit_code WITH =, chair_code WITH =, slot WITH &&)
);

CREATE TABLE dia.lab_values (
  network_id uuid NOT NULL,
  unit_code text NOT NULL,
  patient_id uuid NOT NULL,
  taken_at timestamptz NOT NULL,
  analyte text NOT NULL,
  value numeric NOT NULL,
  PRIMARY KEY (network_id, patient_id, taken_at, analyte),
  FOREIGN KEY (network_id, patient_id) REFERENCES dia.patients (network_id, id),
  FOREIGN KEY (network_id, unit_code) REFERENCES dia.units (network_id, unit_code)
);

CREATE TABLE dia.nurses (
  network_id uuid NOT NULL,
  unit_code text NOT NULL,
  badge text NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (network_id, badge),
  FOREIGN KEY (network_id, unit_code) REFERENCES dia.units (network_id, unit_code)
);

CREATE TABLE dia.stock (
  network_id uuid NOT NULL,
  unit_code text NOT NULL,
  item text NOT NULL,
  pieces integer NOT NULL DEFAULT 0 CHECK (pieces >= 0),
  PRIMARY KEY (network_id, unit_code, item),
  FOREIGN KEY (network_id, unit_code) REFERENCES dia.units (network_id, unit_code)
);

ALTER TABLE dia.networks ENABLE ROW LEVEL SECURITY;
ALTER TABLE dia.networks FORCE ROW LEVEL SECURITY;
CREATE POLICY networks_own ON dia.networks FOR SELECT TO hf_dialysis_app USING (id = dia.network());
GRANT SELECT ON dia.networks, dia.filters TO hf_dialysis_app;
GRANT SELECT ON dia.sessions, dia.units TO hf_dialysis_registry;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['units', 'chairs', 'patients', 'sessions', 'lab_values', 'nurses', 'stock'] LOOP
    EXECUTE format('ALTER TABLE dia.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE dia.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY own_rows ON dia.%I TO hf_dialysis_app'
      ' USING (network_id = dia.network() AND (dia.unit() IS NULL OR unit_code = dia.unit()))'
      ' WITH CHECK (network_id = dia.network() AND (dia.unit() IS NULL OR unit_code = dia.unit()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON dia.%I TO hf_dialysis_app', t);
  END LOOP;
END
$$;
