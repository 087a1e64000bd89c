-- Numbers are dealt out for each merchant by a counter: no sequence runs across merchants.
CREATE ROLE hf_warehouse_app LOGIN;
CREATE ROLE hf_warehouse_worker LOGIN;

CREATE SCHEMA wh;
GRANT USAGE ON SCHEMA wh TO hf_warehouse_app, hf_warehouse_worker;
CREATE DOMAIN wh.barcode AS text CHECK (VALUE ~ '^[0-9A-Z]{4,14}$');

CREATE FUNCTION wh.merchant() RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT NULLIF(current_setting('wh.merchant_id', true), '')::bigint $$;
REVOKE ALL ON FUNCTION wh.merchant() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wh.merchant() TO hf_warehouse_app, hf_warehouse_worker;

CREATE TABLE wh.zones (
  zone text PRIMARY KEY,
  temperature text NOT NULL
);

CREATE TABLE wh.merchants (
  merchant_id bigint PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE wh.counters (
  merchant_id bigint NOT NULL REFERENCES wh.merchants,
  kind text NOT NULL CHECK (kind IN ('sku', 'order', 'move')),
  last_no bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (merchant_id, kind)
);

CREATE FUNCTION wh.next_no(wanted text) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO wh.counters AS c (merchant_id, kind, last_no) VALUES (wh.merchant(), wanted, 1)
  ON CONFLICT (merchant_id, kind) DO UPDATE SET last_no = c.last_no + 1
  RETURNING last_no
$$;
REVOKE ALL ON FUNCTION wh.next_no(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wh.next_no(text) TO hf_warehouse_app, hf_warehouse_worker;

CREATE TABLE wh.skus (
  merchant_id bigint NOT NULL REFERENCES wh.merchants,
  sku_no bigint NOT NULL DEFAULT wh.next_no('sku'),
  code wh.barcode NOT NULL,
  title text NOT NULL,
  grams integer NOT NULL DEFAULT 0,
  attributes jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (merchant_id, sku_no),
  UNIQUE (merchant_id, code)
);

CREATE TABLE wh.bins (
  merchant_id bigint NOT NULL REFERENCES wh.merchants,
  bin_code text NOT NULL,
  zone text NOT NULL REFERENCES wh.zones,
  PRIMARY KEY (merchant_id, bin_code)
);

CREATE TABLE wh.stock (
  merchant_id bigint NOT NULL,
  bin_code text NOT NULL,
  sku_no bigint NOT NULL,
  pieces integer NOT NULL CHECK (pieces >= 0),
  PRIMARY KEY (merchant_id, bin_code, sku_no),
  FOREIGN KEY (merchant_id, bin_code) REFERENCES wh.bins,
  FOREIGN KEY (merchant_id, sku_no) REFERENCES wh.skus
);

CREATE TABLE wh.kits (
  merchant_id bigint NOT NULL,
  kit_no bigint NOT NULL,
  component_no bigint NOT NULL,
  pieces integer NOT NULL DEFAULT 1,
  PRIMARY KEY (merchant_id, kit_no, component_no),
  FOREIGN KEY (merchant_id, kit_no) REFERENCES wh.skus,
  FOREIGN KEY (merchant_id, component_no) REFERENCES wh.skus
);

CREATE TABLE wh.moves (
  merchant_id bigint NOT NULL REFERENCES wh.merchants,
  move_no bigint NOT NULL DEFAULT wh.next_no('move'),
  sku_no bigint NOT NULL,
  pieces integer NOT NULL,
  reason text NOT NULL DEFAULT '',
  PRIMARY KEY (merchant_id, move_no),
  FOREIGN KEY (merchant_id, sku_no) REFERENCES wh.skus
) PARTITION BY HASH (merchant_id);
CREATE TABLE wh.moves_0 PARTITION OF wh.moves FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE wh.moves_1 PARTITION OF wh.moves FOR VALUES WITH (MODULUS 2, REMAINDER 1);

CREATE TABLE wh.orders (
  merchant_id bigint NOT NULL REFERENCES wh.merchants,
  order_no bigint NOT NULL DEFAULT wh.next_no('order'),
  ship_to text NOT NULL,
  external_ref text NOT NULL,
  PRIMARY KEY (merchant_id, order_no),
  UNIQUE (merchant_id, external_ref)
);

CREATE TABLE wh.order_lines (
  merchant_id bigint NOT NULL,
  order_no bigint NOT NULL,
  sku_no bigint NOT NULL,
  pieces integer NOT NULL CHECK (pieces > 0),
  PRIMARY KEY (merchant_id, order_no, sku_no),
  FOREIGN KEY (merchant_id, order_no) REFERENCES wh.orders ON DELETE CASCADE,
  FOREIGN KEY (merchant_id, sku_no) REFERENCES wh.skus
);

-- Each merchant has its own gate, so slots may only not overlap within one merchant.
CREATE TABLE wh.dock_slots (
  merchant_id bigint NOT NULL REFERENCES wh.merchants,
  slot_no bigint NOT NULL,
  during tsrange NOT NULL,
  carrier text NOT NULL,
  PRIMARY KEY (merchant_id, slot_no),
  CONSTRAINT dock_slots_no_overlap
    EXCLUDE USING gist (int8range(merchant_id, merchant_id, '[]') WITH &&, during WITH &&)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['merchants', 'counters', 'skus', 'bins', 'stock', 'kits', 'moves', 'moves_0',
    'moves_1', 'orders', 'order_lines', 'dock_slots']
  LOOP
    EXECUTE format('ALTER TABLE wh.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE wh.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY merchant_only ON wh.%I USING (merchant_id = wh.merchant())'
      ' WITH CHECK (merchant_id = wh.merchant())', t);
  END LOOP;
END
$$;

GRANT SELECT ON wh.zones, wh.merchants TO hf_warehouse_app, hf_warehouse_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON wh.skus, wh.bins, wh.stock, wh.kits, wh.orders, wh.order_lines,
  wh.dock_slots TO hf_warehouse_app;
GRANT SELECT, INSERT ON wh.moves TO hf_warehouse_app, hf_warehouse_worker;
GRANT SELECT ON wh.skus, wh.orders, wh.order_lines TO hf_warehouse_worker;
GRANT SELECT, UPDATE (pieces) ON wh.stock TO hf_warehouse_worker;
