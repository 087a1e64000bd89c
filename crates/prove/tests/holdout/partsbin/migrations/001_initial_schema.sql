CREATE ROLE hf_partsbin_app LOGIN;
CREATE SCHEMA parts;

CREATE FUNCTION parts.dealer() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('parts.dealer_id', true), '')::uuid $$;
REVOKE EXECUTE ON FUNCTION parts.dealer() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parts.dealer() TO hf_partsbin_app;

CREATE TABLE parts.dealers (
  dealer_id uuid PRIMARY KEY,
  name text NOT NULL
);

-- The makers of machines are the same for all; the application reads them only.
CREATE TABLE parts.makers (
  maker text PRIMARY KEY,
  country text NOT NULL
);

CREATE TABLE parts.items (
  dealer_id uuid NOT NULL REFERENCES parts.dealers (dealer_id),
  part_no text NOT NULL,
  maker text NOT NULL REFERENCES parts.makers (maker),
  title text NOT NULL,
  ean text,
  cost numeric(12, 2) NOT NULL DEFAULT 0,
  PRIMARY KEY (dealer_id, part_no)
);

CREATE TABLE parts.stock (
  dealer_id uuid NOT NULL,
  part_no text NOT NULL,
  shelf text NOT NULL,
  pieces integer NOT NULL DEFAULT 0,
  PRIMARY KEY (dealer_id, part_no, shelf),
  FOREIGN KEY (dealer_id, part_no) REFERENCES parts.items (dealer_id, part_no) ON DELETE CASCADE
);

CREATE TABLE parts.prices (
  dealer_id uuid NOT NULL,
  part_no text NOT NULL,
  list_name text NOT NULL,
  amount numeric(12, 2) NOT NULL,
  PRIMARY KEY (dealer_id, part_no, list_name),
  FOREIGN KEY (dealer_id, part_no) REFERENCES parts.items (dealer_id, part_no) ON DELETE CASCADE
);

-- Part old_no was replaced by new_no.
CREATE TABLE parts.supersessions (
  dealer_id uuid NOT NULL,
  old_no text NOT NULL,
  new_no text NOT NULL,
  PRIMARY KEY (dealer_id, old_no),
  FOREIGN KEY (dealer_id, new_no) REFERENCES parts.items (dealer_id, part_no) ON DELETE CASCADE
);

CREATE TABLE parts.orders (
  dealer_id uuid NOT NULL REFERENCES parts.dealers (dealer_id),
  order_no text NOT NULL,
  customer text NOT NULL,
  placed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (dealer_id, order_no)
);

CREATE TABLE parts.order_lines (
  dealer_id uuid NOT NULL,
  order_no text NOT NULL,
  line_no integer NOT NULL,
  part_no text NOT NULL,
  pieces integer NOT NULL,
  PRIMARY KEY (dealer_id, order_no, line_no),
  FOREIGN KEY (dealer_id, order_no) REFERENCES parts.orders (dealer_id, order_no) ON DELETE CASCADE,
  FOREIGN KEY (dealer_id, part_no) REFERENCES parts.items (dealer_id, part_no)
);

CREATE TABLE parts.import_files (
  dealer_id uuid NOT NULL REFERENCES parts.dealers (dealer_id),
  file_id uuid NOT NULL DEFAULT gen_random_uuid(),
  supplier text NOT NULL,
  state text NOT NULL DEFAULT 'new',
  PRIMARY KEY (dealer_id, file_id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['dealers', 'items', 'stock', 'prices', 'supersessions', 'orders', 'order_lines',
    'import_files'] LOOP
    EXECUTE format('ALTER TABLE parts.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE parts.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY dealer_rows ON parts.%I USING (dealer_id = parts.dealer())', t);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA parts TO hf_partsbin_app;
GRANT SELECT ON parts.dealers, parts.makers TO hf_partsbin_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON parts.items, parts.stock, parts.prices, parts.supersessions,
  parts.orders, parts.order_lines, parts.import_files TO hf_partsbin_app;
