-- Pharmacy stock. Numbers of rows are given by each pharmacy for itself, so keys begin with the pharmacy.
CREATE ROLE hf_vialkeep_app LOGIN;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO hf_vialkeep_app;

CREATE FUNCTION current_pharmacy() RETURNS bigint LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('app.current_pharmacy', true), '')::bigint $$;
GRANT EXECUTE ON FUNCTION current_pharmacy() TO hf_vialkeep_app;

CREATE TABLE pharmacies (
  id bigint PRIMARY KEY,
  name text NOT NULL,
  licence_no text
);

-- The national list of drugs: read only, the same for everybody.
CREATE TABLE drugs (
  ndc text PRIMARY KEY,
  label text NOT NULL,
  controlled boolean NOT NULL DEFAULT false
);

CREATE TABLE suppliers (
  pharmacy_id bigint NOT NULL REFERENCES pharmacies,
  id integer NOT NULL,
  vat_no text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (pharmacy_id, id),
  UNIQUE (pharmacy_id, vat_no)
);

CREATE TABLE stock_items (
  pharmacy_id bigint NOT NULL REFERENCES pharmacies,
  id integer NOT NULL,
  ndc text NOT NULL REFERENCES drugs,
  shelf text NOT NULL,
  quantity integer NOT NULL DEFAULT 0,
  PRIMARY KEY (pharmacy_id, id)
);

CREATE TABLE batches (
  pharmacy_id bigint NOT NULL,
  lot_no text NOT NULL,
  stock_item_id integer NOT NULL,
  supplier_id integer,
  expires_on date NOT NULL,
  note text,
  PRIMARY KEY (pharmacy_id, lot_no),
  FOREIGN KEY (pharmacy_id, stock_item_id) REFERENCES stock_items ON DELETE CASCADE,
  FOREIGN KEY (pharmacy_id, supplier_id) REFERENCES suppliers
);

CREATE TABLE purchase_orders (
  pharmacy_id bigint NOT NULL,
  id integer NOT NULL,
  supplier_id integer NOT NULL,
  remark text,
  PRIMARY KEY (pharmacy_id, id),
  FOREIGN KEY (pharmacy_id, supplier_id) REFERENCES suppliers
);

CREATE TABLE prescriptions (
  pharmacy_id bigint NOT NULL REFERENCES pharmacies,
  id integer NOT NULL,
  patient text NOT NULL,
  ndc text NOT NULL REFERENCES drugs,
  dispensed_at timestamptz,
  PRIMARY KEY (pharmacy_id, id)
);

CREATE TABLE stock_movements (
  pharmacy_id bigint NOT NULL,
  id integer NOT NULL,
  stock_item_id integer NOT NULL,
  delta integer NOT NULL,
  reason text,
  moved_on date NOT NULL DEFAULT current_date,
  PRIMARY KEY (pharmacy_id, id),
  FOREIGN KEY (pharmacy_id, stock_item_id) REFERENCES stock_items ON DELETE CASCADE
);

ALTER TABLE pharmacies ENABLE ROW LEVEL SECURITY;
ALTER TABLE pharmacies FORCE ROW LEVEL SECURITY;
CREATE POLICY pharmacies_own ON pharmacies USING (id = current_pharmacy());

ALTER TABLE suppliers ENABLE ROW LEVEL SECURITY;
ALTER TABLE suppliers FORCE ROW LEVEL SECURITY;
CREATE POLICY suppliers_own ON suppliers
  USING (pharmacy_id = current_pharmacy()) WITH CHECK (pharmacy_id = current_pharmacy());

ALTER TABLE stock_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE stock_items FORCE ROW LEVEL SECURITY;
CREATE POLICY stock_items_own ON stock_items
  USING (pharmacy_id = current_pharmacy()) WITH CHECK (pharmacy_id = current_pharmacy());

ALTER TABLE batches ENABLE ROW LEVEL SECURITY;
ALTER TABLE batches FORCE ROW LEVEL SECURITY;
CREATE POLICY batches_own ON batches
  USING (pharmacy_id = current_pharmacy()) WITH CHECK (pharmacy_id = current_pharmacy());

ALTER TABLE purchase_orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE purchase_orders FORCE ROW LEVEL SECURITY;
CREATE POLICY purchase_orders_own ON purchase_orders
  USING (pharmacy_id = current_pharmacy()) WITH CHECK (pharmacy_id = current_pharmacy());

ALTER TABLE prescriptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE prescriptions FORCE ROW LEVEL SECURITY;
CREATE POLICY prescriptions_own ON prescriptions
  USING (pharmacy_id = current_pharmacy()) WITH CHECK (pharmacy_id = current_pharmacy());

ALTER TABLE stock_movements ENABLE ROW LEVEL SECURITY;
ALTER TABLE stock_movements FORCE ROW LEVEL SECURITY;
CREATE POLICY stock_movements_own ON stock_movements
  USING (pharmacy_id = current_pharmacy()) WITH CHECK (pharmacy_id = current_pharmacy());

GRANT SELECT ON pharmacies, drugs TO hf_vialkeep_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON suppliers, stock_items, batches, purchase_orders, prescriptions,
  stock_movements TO hf_vialkeep_app;
