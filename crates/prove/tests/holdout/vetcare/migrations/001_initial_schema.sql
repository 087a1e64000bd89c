-- Veterinary practices share one set of tables; each row carries its practice.
CREATE ROLE hf_vetcare_app LOGIN;

CREATE SCHEMA vet;
GRANT USAGE ON SCHEMA vet TO hf_vetcare_app;

-- An unset or empty setting is nobody's practice.
CREATE FUNCTION vet.practice() RETURNS uuid
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT nullif(current_setting('vet.practice_id', true), '')::uuid $$;

CREATE TABLE vet.practices (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  town text NOT NULL
);

CREATE TABLE vet.species (
  code text PRIMARY KEY,
  label text NOT NULL
);

CREATE TABLE vet.staff (
  practice_id uuid NOT NULL REFERENCES vet.practices (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  grade text NOT NULL DEFAULT 'vet' CHECK (grade IN ('vet', 'nurse', 'desk')),
  PRIMARY KEY (practice_id, id)
);

CREATE TABLE vet.keepers (
  practice_id uuid NOT NULL REFERENCES vet.practices (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  phone text,
  PRIMARY KEY (practice_id, id)
);

CREATE TABLE vet.patients (
  practice_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  keeper_id uuid NOT NULL,
  species text NOT NULL REFERENCES vet.species (code),
  name text NOT NULL,
  chip_no text,
  PRIMARY KEY (practice_id, id),
  UNIQUE (practice_id, chip_no),
  FOREIGN KEY (practice_id, keeper_id) REFERENCES vet.keepers (practice_id, id)
);

CREATE TABLE vet.appointments (
  practice_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  patient_id uuid NOT NULL,
  staff_id uuid,
  starts_at timestamptz NOT NULL,
  reason text,
  PRIMARY KEY (practice_id, id),
  FOREIGN KEY (practice_id, patient_id) REFERENCES vet.patients (practice_id, id) ON DELETE CASCADE,
  FOREIGN KEY (practice_id, staff_id) REFERENCES vet.staff (practice_id, id)
);

CREATE TABLE vet.treatments (
  practice_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  patient_id uuid NOT NULL,
  note text NOT NULL,
  for_referral boolean NOT NULL DEFAULT false,
  done_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (practice_id, id),
  FOREIGN KEY (practice_id, patient_id) REFERENCES vet.patients (practice_id, id) ON DELETE CASCADE
);

CREATE TABLE vet.invoices (
  practice_id uuid NOT NULL,
  nr integer NOT NULL,
  keeper_id uuid NOT NULL,
  total numeric(10, 2) NOT NULL,
  paid boolean NOT NULL DEFAULT false,
  PRIMARY KEY (practice_id, nr),
  FOREIGN KEY (practice_id, keeper_id) REFERENCES vet.keepers (practice_id, id)
);

CREATE TABLE vet.invoice_lines (
  practice_id uuid NOT NULL,
  nr integer NOT NULL,
  pos smallint NOT NULL,
  label text NOT NULL,
  amount numeric(10, 2) NOT NULL,
  PRIMARY KEY (practice_id, nr, pos),
  FOREIGN KEY (practice_id, nr) REFERENCES vet.invoices (practice_id, nr) ON DELETE CASCADE
);

CREATE TABLE vet.drug_stock (
  practice_id uuid NOT NULL REFERENCES vet.practices (id),
  drug text NOT NULL,
  units integer NOT NULL DEFAULT 0,
  PRIMARY KEY (practice_id, drug)
);

ALTER TABLE vet.practices ENABLE ROW LEVEL SECURITY;
ALTER TABLE vet.practices FORCE ROW LEVEL SECURITY;
CREATE POLICY own_practice ON vet.practices FOR SELECT USING (id = vet.practice());
GRANT SELECT ON vet.practices, vet.species TO hf_vetcare_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['staff', 'keepers', 'patients', 'appointments', 'treatments', 'invoices',
    'invoice_lines', 'drug_stock']
  LOOP
    EXECUTE format('ALTER TABLE vet.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE vet.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_rows ON vet.%I USING (practice_id = vet.practice())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON vet.%I TO hf_vetcare_app', t);
  END LOOP;
END
$$;
