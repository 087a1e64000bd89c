-- Veterinary clinics. Tables are named as a framework in Ruby would; deletion is soft.
CREATE ROLE hf_veterinary_app LOGIN;
CREATE ROLE hf_veterinary_lab NOLOGIN;
CREATE SCHEMA vet;
GRANT USAGE ON SCHEMA vet TO hf_veterinary_app, hf_veterinary_lab;

CREATE TABLE vet.species (species text PRIMARY KEY);
CREATE TABLE vet.clinics (
  clinic_id uuid PRIMARY KEY,
  name text NOT NULL,
  parent_clinic_id uuid REFERENCES vet.clinics,
  drug_licence text
);
CREATE FUNCTION vet.clinic_id() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('vet.clinic_id', true), '')::uuid;

CREATE TABLE vet.clients (
  clinic_id uuid NOT NULL REFERENCES vet.clinics,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  phone text,
  discarded_at timestamptz,
  PRIMARY KEY (clinic_id, id)
);
CREATE TABLE vet.animals (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  client_id uuid NOT NULL,
  name text NOT NULL,
  species text REFERENCES vet.species,
  chip text,
  PRIMARY KEY (clinic_id, id),
  UNIQUE (clinic_id, chip),
  FOREIGN KEY (clinic_id, client_id) REFERENCES vet.clients ON DELETE CASCADE
);
CREATE TABLE vet.visits (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  animal_id uuid NOT NULL,
  visited_on date NOT NULL DEFAULT current_date,
  notes text,
  status text NOT NULL DEFAULT 'open',
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, animal_id) REFERENCES vet.animals ON DELETE CASCADE
);
CREATE TABLE vet.prescriptions (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  visit_id uuid NOT NULL,
  drug text NOT NULL,
  dose text,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, visit_id) REFERENCES vet.visits ON DELETE CASCADE
);
CREATE TABLE vet.drug_stock (
  clinic_id uuid NOT NULL REFERENCES vet.clinics,
  drug text NOT NULL,
  batches int[] NOT NULL DEFAULT '{}',
  amount int NOT NULL DEFAULT 0,
  PRIMARY KEY (clinic_id, drug)
);
CREATE TABLE vet.lab_orders (
  clinic_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  animal_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'sent',
  result jsonb,
  PRIMARY KEY (clinic_id, id),
  FOREIGN KEY (clinic_id, animal_id) REFERENCES vet.animals ON DELETE CASCADE
);
CREATE TABLE vet.reminders (
  clinic_id uuid NOT NULL,
  animal_id uuid NOT NULL,
  kind text NOT NULL,
  due_on date NOT NULL,
  body text,
  PRIMARY KEY (clinic_id, animal_id, kind, due_on),
  FOREIGN KEY (clinic_id, animal_id) REFERENCES vet.animals ON DELETE CASCADE
);
-- A clinic opens an animal's visits to another clinic, for a time. clinic_id is the giving side.
CREATE TABLE vet.animal_grants (
  clinic_id uuid NOT NULL,
  animal_id uuid NOT NULL,
  grantee_id uuid NOT NULL,
  until date NOT NULL,
  PRIMARY KEY (clinic_id, animal_id, grantee_id),
  FOREIGN KEY (clinic_id, animal_id) REFERENCES vet.animals ON DELETE CASCADE
);
CREATE TABLE vet.versions (
  clinic_id uuid NOT NULL REFERENCES vet.clinics,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  item_type text NOT NULL,
  item_id uuid NOT NULL,
  object jsonb,
  PRIMARY KEY (clinic_id, id)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['clinics', 'clients', 'animals', 'visits', 'prescriptions', 'drug_stock',
    'lab_orders',
      'reminders', 'animal_grants', 'versions'] LOOP
    EXECUTE format('ALTER TABLE vet.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE vet.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant ON vet.%I TO hf_veterinary_app
      USING (clinic_id = vet.clinic_id()) WITH CHECK (clinic_id = vet.clinic_id())', t);
  END LOOP;
END $$;
GRANT SELECT ON vet.species, vet.clinics, vet.versions TO hf_veterinary_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON vet.clients, vet.animals, vet.visits, vet.prescriptions,
  vet.drug_stock,
  vet.lab_orders, vet.reminders, vet.animal_grants TO hf_veterinary_app;

-- Old rows of visits are kept; the clinic is that of the old row, which the caller could change.
CREATE FUNCTION vet.keep_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = vet, pg_temp AS $$
BEGIN
  INSERT INTO vet.versions (clinic_id, item_type, item_id, object)
    VALUES (OLD.clinic_id, TG_TABLE_NAME, OLD.id, to_jsonb(OLD));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION vet.keep_version() FROM PUBLIC;
CREATE TRIGGER keep_version AFTER UPDATE OR DELETE ON vet.visits
  FOR EACH ROW EXECUTE FUNCTION vet.keep_version();

CREATE VIEW vet.active_clients WITH (security_invoker = true) AS
  SELECT clinic_id, id, full_name, phone FROM vet.clients WHERE discarded_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON vet.active_clients TO hf_veterinary_app;
CREATE MATERIALIZED VIEW vet.drug_use AS
  SELECT clinic_id, drug, count(*) AS times FROM vet.prescriptions GROUP BY clinic_id, drug;
CREATE FUNCTION vet.my_drug_use() RETURNS SETOF vet.drug_use
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vet, pg_temp AS $$
  SELECT * FROM vet.drug_use WHERE clinic_id = vet.clinic_id()
$$;
REVOKE ALL ON FUNCTION vet.my_drug_use() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vet.my_drug_use() TO hf_veterinary_app;
