-- Salons and what belongs to them. Every key begins with the salon.
CREATE ROLE hf_snoutly_app LOGIN;

CREATE FUNCTION current_salon() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('snoutly.salon_id', true), '')::uuid $$;
REVOKE ALL ON FUNCTION current_salon() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION current_salon() TO hf_snoutly_app;

CREATE TABLE breeds (
  code text PRIMARY KEY,
  label text NOT NULL
);

CREATE TABLE salons (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  city text NOT NULL
);

CREATE TABLE staff (
  salon_id uuid NOT NULL REFERENCES salons (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  email text NOT NULL,
  PRIMARY KEY (salon_id, id),
  UNIQUE (salon_id, email)
);

CREATE TABLE owners (
  salon_id uuid NOT NULL REFERENCES salons (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  full_name text NOT NULL,
  phone text NOT NULL,
  notes text,
  PRIMARY KEY (salon_id, id)
);

CREATE TABLE pets (
  salon_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  owner_id uuid NOT NULL,
  name text NOT NULL,
  breed text NOT NULL REFERENCES breeds (code),
  chip text,
  temper text,
  lost boolean NOT NULL DEFAULT false,
  PRIMARY KEY (salon_id, id),
  FOREIGN KEY (salon_id, owner_id) REFERENCES owners (salon_id, id) ON DELETE CASCADE
);

CREATE TABLE kennels (
  salon_id uuid NOT NULL REFERENCES salons (id),
  label text NOT NULL,
  size_class text NOT NULL CHECK (size_class IN ('small', 'medium', 'large')),
  PRIMARY KEY (salon_id, label)
);

CREATE TABLE stays (
  salon_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  pet_id uuid NOT NULL,
  kennel text NOT NULL,
  arrives date NOT NULL,
  leaves date NOT NULL,
  instructions text,
  PRIMARY KEY (salon_id, id),
  FOREIGN KEY (salon_id, pet_id) REFERENCES pets (salon_id, id) ON DELETE CASCADE,
  FOREIGN KEY (salon_id, kennel) REFERENCES kennels (salon_id, label)
);

CREATE TABLE appointments (
  salon_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  pet_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  service text NOT NULL,
  remark text,
  PRIMARY KEY (salon_id, id),
  FOREIGN KEY (salon_id, pet_id) REFERENCES pets (salon_id, id) ON DELETE CASCADE
);

CREATE TABLE vaccinations (
  salon_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  pet_id uuid NOT NULL,
  vaccine text NOT NULL,
  valid_until date NOT NULL,
  PRIMARY KEY (salon_id, id),
  FOREIGN KEY (salon_id, pet_id) REFERENCES pets (salon_id, id) ON DELETE CASCADE
);

CREATE TABLE invoices (
  salon_id uuid NOT NULL,
  number integer NOT NULL,
  owner_id uuid NOT NULL,
  total_cents integer NOT NULL,
  memo text,
  PRIMARY KEY (salon_id, number),
  FOREIGN KEY (salon_id, owner_id) REFERENCES owners (salon_id, id)
);

CREATE TABLE messages (
  salon_id uuid NOT NULL REFERENCES salons (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  sent_at timestamptz NOT NULL DEFAULT now(),
  recipient text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (salon_id, id)
);

ALTER TABLE salons ENABLE ROW LEVEL SECURITY;
ALTER TABLE salons FORCE ROW LEVEL SECURITY;
CREATE POLICY salons_own ON salons USING (id = current_salon()) WITH CHECK (id = current_salon());
GRANT SELECT, UPDATE (name, city) ON salons TO hf_snoutly_app;
GRANT SELECT ON breeds TO hf_snoutly_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['staff', 'owners', 'pets', 'kennels', 'stays', 'appointments', 'vaccinations',
                           'invoices', 'messages']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON %I USING (salon_id = current_salon())'
                   ' WITH CHECK (salon_id = current_salon())', t || '_own', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_snoutly_app', t);
  END LOOP;
END $$;
