CREATE ROLE hf_oakbarrel_app LOGIN;
CREATE SCHEMA cellar;
GRANT USAGE ON SCHEMA cellar TO hf_oakbarrel_app;

CREATE TABLE cellar.varieties (
  code text PRIMARY KEY,
  name text NOT NULL
);
GRANT SELECT ON cellar.varieties TO hf_oakbarrel_app;

-- Every key begins with the slug of the estate.
CREATE TABLE cellar.estates (
  estate text PRIMARY KEY CHECK (estate ~ '^[a-z-]+$'),
  name text NOT NULL,
  region text
);

CREATE TABLE cellar.vats (
  estate text NOT NULL REFERENCES cellar.estates,
  vat_no integer NOT NULL,
  material text NOT NULL,
  litres integer NOT NULL CHECK (litres > 0),
  PRIMARY KEY (estate, vat_no)
);

CREATE TABLE cellar.lots (
  estate text NOT NULL,
  lot_code text NOT NULL,
  variety text NOT NULL REFERENCES cellar.varieties,
  vintage integer NOT NULL,
  vat_no integer,
  cost_per_litre numeric NOT NULL DEFAULT 0,
  recipe text,
  PRIMARY KEY (estate, lot_code),
  FOREIGN KEY (estate, vat_no) REFERENCES cellar.vats
);

CREATE TABLE cellar.tastings (
  estate text NOT NULL,
  lot_code text NOT NULL,
  taster text NOT NULL,
  score integer NOT NULL CHECK (score BETWEEN 0 AND 100),
  remark text,
  PRIMARY KEY (estate, lot_code, taster),
  FOREIGN KEY (estate, lot_code) REFERENCES cellar.lots ON DELETE CASCADE
);

CREATE TABLE cellar.press_slots (
  estate text NOT NULL REFERENCES cellar.estates,
  slot_no integer NOT NULL,
  during tstzrange NOT NULL,
  PRIMARY KEY (estate, slot_no)
);

CREATE TABLE cellar.lab_results (
  estate text NOT NULL,
  lot_code text NOT NULL,
  taken_on date NOT NULL,
  acidity numeric NOT NULL,
  comment text,
  PRIMARY KEY (estate, lot_code, taken_on),
  FOREIGN KEY (estate, lot_code) REFERENCES cellar.lots
) PARTITION BY RANGE (taken_on);
CREATE TABLE cellar.lab_results_2025 PARTITION OF cellar.lab_results
  FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

CREATE TABLE cellar.customers (
  estate text NOT NULL REFERENCES cellar.estates,
  customer_no integer NOT NULL,
  name text NOT NULL,
  vat_number text,
  PRIMARY KEY (estate, customer_no)
);

CREATE TABLE cellar.allocations (
  estate text NOT NULL,
  lot_code text NOT NULL,
  customer_no integer NOT NULL,
  bottles integer NOT NULL CHECK (bottles > 0),
  PRIMARY KEY (estate, lot_code, customer_no),
  FOREIGN KEY (estate, lot_code) REFERENCES cellar.lots,
  FOREIGN KEY (estate, customer_no) REFERENCES cellar.customers
);

CREATE TABLE cellar.lot_changes (
  estate text NOT NULL REFERENCES cellar.estates,
  change_id uuid NOT NULL DEFAULT gen_random_uuid(),
  happened_at timestamptz NOT NULL DEFAULT now(),
  verb text NOT NULL,
  before jsonb,
  PRIMARY KEY (estate, change_id)
);

-- Changes of lots are written down with the rights of the owner; nobody edits them later.
CREATE FUNCTION cellar.note_lot_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = cellar, pg_temp
AS $$
BEGIN
  INSERT INTO lot_changes (estate, verb, before) VALUES (OLD.estate, TG_OP, to_jsonb(OLD));
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION cellar.note_lot_change() FROM PUBLIC;
CREATE TRIGGER lots_note AFTER UPDATE OR DELETE ON cellar.lots
  FOR EACH ROW EXECUTE FUNCTION cellar.note_lot_change();

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['estates', 'vats', 'lots', 'tastings', 'press_slots', 'lab_results',
    'lab_results_2025', 'customers', 'allocations', 'lot_changes']
  LOOP
    EXECUTE format('ALTER TABLE cellar.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE cellar.%I FORCE ROW LEVEL SECURITY', t);
    -- An absent setting is NULL and an empty one is no slug: both show nothing.
    EXECUTE format('CREATE POLICY %I ON cellar.%I USING (estate = current_setting(''cellar.estate'', true)) '
      'WITH CHECK (estate = current_setting(''cellar.estate'', true))', t || '_by_estate', t);
  END LOOP;
END
$$;
GRANT SELECT ON cellar.estates, cellar.lot_changes TO hf_oakbarrel_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON cellar.vats, cellar.lots, cellar.tastings, cellar.press_slots,
  cellar.lab_results, cellar.customers, cellar.allocations TO hf_oakbarrel_app;
