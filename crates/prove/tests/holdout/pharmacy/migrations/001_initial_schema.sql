-- Pharmacies that reach their rows by functions only.

CREATE ROLE hf_pharmacy_app LOGIN;
CREATE SCHEMA core;
CREATE SCHEMA api;
-- What is not granted below is not called.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE core.drugs (pzn text PRIMARY KEY, name text NOT NULL);
CREATE TABLE core.pharmacies (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL);
CREATE TABLE core.customers (
  pharmacy_id uuid NOT NULL REFERENCES core.pharmacies,
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  UNIQUE (pharmacy_id, id)
);
CREATE TABLE core.prescriptions (
  pharmacy_id uuid NOT NULL,
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  customer_id uuid NOT NULL,
  drug text NOT NULL,
  dispensed boolean NOT NULL DEFAULT false,
  UNIQUE (pharmacy_id, id),
  FOREIGN KEY (pharmacy_id, customer_id) REFERENCES core.customers (pharmacy_id, id)
);
CREATE TABLE core.stock (
  pharmacy_id uuid NOT NULL REFERENCES core.pharmacies,
  pzn text NOT NULL,
  pieces integer NOT NULL,
  PRIMARY KEY (pharmacy_id, pzn)
);

CREATE FUNCTION core.pharmacy() RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS
  $$ SELECT nullif(current_setting('core.pharmacy', true), '')::uuid $$;

CREATE FUNCTION api.customers() RETURNS SETOF core.customers LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT * FROM core.customers c WHERE c.pharmacy_id = core.pharmacy()
$$;
CREATE FUNCTION api.add_customer(name text) RETURNS uuid LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO core.customers (pharmacy_id, name) VALUES (core.pharmacy(), name) RETURNING id
$$;
CREATE FUNCTION api.prescriptions(customer uuid) RETURNS SETOF core.prescriptions LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT * FROM core.prescriptions p WHERE p.pharmacy_id = core.pharmacy() AND p.customer_id = customer
$$;
CREATE FUNCTION api.dispense(prescription uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE core.prescriptions p SET dispensed = true
  WHERE p.id = prescription AND p.pharmacy_id = core.pharmacy();
  RETURN found;
END $$;
CREATE FUNCTION api.set_stock(article text, quantity integer) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO core.stock VALUES (core.pharmacy(), article, quantity)
  ON CONFLICT (pharmacy_id, pzn) DO UPDATE SET pieces = excluded.pieces
$$;

GRANT USAGE ON SCHEMA api TO hf_pharmacy_app;
GRANT EXECUTE ON FUNCTION api.customers, api.add_customer, api.prescriptions, api.dispense, api.set_stock
  TO hf_pharmacy_app;
