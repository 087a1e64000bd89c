CREATE ROLE hf_pipette_app LOGIN;
CREATE ROLE hf_pipette_interface NOLOGIN;
CREATE SCHEMA lims;

-- Null when nobody said which laboratory it is: then no row is seen.
CREATE FUNCTION lims.lab() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF COALESCE(current_setting('lims.lab_id', true), '') = '' THEN
    RETURN NULL;
  END IF;
  RETURN current_setting('lims.lab_id')::uuid;
END $$;
REVOKE EXECUTE ON FUNCTION lims.lab() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lims.lab() TO hf_pipette_app, hf_pipette_interface;

CREATE DOMAIN lims.accession AS text CHECK (VALUE ~ '^[0-9]{6}$');
CREATE TYPE lims.order_state AS ENUM ('placed', 'collected', 'done', 'void');

CREATE TABLE lims.labs (
  lab_id uuid PRIMARY KEY,
  lab_name text NOT NULL
);

-- The list of analytes is the same for all laboratories.
CREATE TABLE lims.analytes (
  code text PRIMARY KEY,
  unit text NOT NULL
);

CREATE TABLE lims.patients (
  lab_id uuid NOT NULL REFERENCES lims.labs (lab_id),
  patient_id uuid NOT NULL DEFAULT gen_random_uuid(),
  national_no text NOT NULL,
  full_name text NOT NULL,
  phone text,
  PRIMARY KEY (lab_id, patient_id),
  CONSTRAINT patients_national_no UNIQUE (lab_id, national_no)
);

CREATE TABLE lims.orders (
  lab_id uuid NOT NULL,
  order_id uuid NOT NULL DEFAULT gen_random_uuid(),
  patient_id uuid NOT NULL,
  state lims.order_state NOT NULL DEFAULT 'placed',
  legacy_no text,
  note text,
  PRIMARY KEY (lab_id, order_id),
  FOREIGN KEY (lab_id, patient_id) REFERENCES lims.patients (lab_id, patient_id)
);

CREATE TABLE lims.specimens (
  lab_id uuid NOT NULL,
  accession lims.accession NOT NULL,
  order_id uuid NOT NULL,
  kind text NOT NULL,
  PRIMARY KEY (lab_id, accession),
  FOREIGN KEY (lab_id, order_id) REFERENCES lims.orders (lab_id, order_id)
);

CREATE TABLE lims.results (
  lab_id uuid NOT NULL,
  accession lims.accession NOT NULL,
  code text NOT NULL REFERENCES lims.analytes (code),
  value text NOT NULL,
  critical boolean NOT NULL DEFAULT false,
  told_at timestamptz,
  minutes integer,
  PRIMARY KEY (lab_id, accession, code),
  FOREIGN KEY (lab_id, accession) REFERENCES lims.specimens (lab_id, accession) ON DELETE CASCADE
);

CREATE TABLE lims.report_links (
  lab_id uuid NOT NULL,
  token text NOT NULL,
  order_id uuid NOT NULL,
  PRIMARY KEY (lab_id, token),
  FOREIGN KEY (lab_id, order_id) REFERENCES lims.orders (lab_id, order_id) ON DELETE CASCADE
);

CREATE TABLE lims.messages (
  lab_id uuid NOT NULL REFERENCES lims.labs (lab_id),
  message_id uuid NOT NULL DEFAULT gen_random_uuid(),
  body text NOT NULL,
  PRIMARY KEY (lab_id, message_id)
);

CREATE TABLE lims.instrument_slots (
  lab_id uuid NOT NULL REFERENCES lims.labs (lab_id),
  slot_id uuid NOT NULL DEFAULT gen_random_uuid(),
  instrument text NOT NULL,
  during tstzrange NOT NULL,
  PRIMARY KEY (lab_id, slot_id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['labs', 'patients', 'orders', 'specimens', 'results', 'report_links', 'messages',
    'instrument_slots'] LOOP
    EXECUTE format('ALTER TABLE lims.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE lims.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY p_%s ON lims.%I USING (lab_id = (SELECT lims.lab()))', t, t);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA lims TO hf_pipette_app, hf_pipette_interface;
GRANT SELECT ON lims.labs, lims.analytes TO hf_pipette_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON lims.patients, lims.orders, lims.specimens, lims.results,
  lims.report_links, lims.messages, lims.instrument_slots TO hf_pipette_app;
