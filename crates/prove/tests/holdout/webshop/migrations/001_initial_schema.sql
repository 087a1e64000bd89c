-- Product catalogues as entities, attributes and values; reviews in a tree; shared categories.

CREATE ROLE ho_webshop_owner NOLOGIN;
CREATE ROLE ho_webshop_app LOGIN;
CREATE SCHEMA shop AUTHORIZATION ho_webshop_owner;
SET LOCAL ROLE ho_webshop_owner;

CREATE TABLE shop.categories (path text PRIMARY KEY, title text NOT NULL);
CREATE TABLE shop.stores (id uuid PRIMARY KEY, domain text NOT NULL UNIQUE, theme jsonb NOT NULL DEFAULT
  '{}');

CREATE TABLE shop.products (
  store_id uuid NOT NULL REFERENCES shop.stores,
  sku text NOT NULL,
  category text REFERENCES shop.categories,
  title text NOT NULL,
  cost numeric(10, 2),
  PRIMARY KEY (store_id, sku)
);

CREATE TABLE shop.attributes (
  store_id uuid NOT NULL REFERENCES shop.stores,
  name text NOT NULL,
  data_type text NOT NULL DEFAULT 'text',
  PRIMARY KEY (store_id, name)
);

CREATE TABLE shop.values (
  store_id uuid NOT NULL,
  sku text NOT NULL,
  attribute text NOT NULL,
  value text,
  PRIMARY KEY (store_id, sku, attribute),
  FOREIGN KEY (store_id, sku) REFERENCES shop.products ON DELETE CASCADE,
  FOREIGN KEY (store_id, attribute) REFERENCES shop.attributes
);

CREATE TABLE shop.reviews (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  store_id uuid NOT NULL,
  sku text NOT NULL,
  parent_id uuid,
  stars smallint CHECK (stars BETWEEN 1 AND 5),
  body text NOT NULL,
  approved boolean NOT NULL DEFAULT false,
  UNIQUE (store_id, id),
  FOREIGN KEY (store_id, sku) REFERENCES shop.products ON DELETE CASCADE,
  FOREIGN KEY (store_id, parent_id) REFERENCES shop.reviews (store_id, id) ON DELETE CASCADE
);

CREATE TABLE shop.coupons (
  store_id uuid NOT NULL REFERENCES shop.stores,
  code text NOT NULL,
  percent integer NOT NULL CHECK (percent BETWEEN 1 AND 100),
  used integer NOT NULL DEFAULT 0,
  PRIMARY KEY (store_id, code)
);

CREATE TABLE shop.orders (
  store_id uuid NOT NULL REFERENCES shop.stores,
  order_no integer NOT NULL,
  buyer text NOT NULL,
  coupon text,
  total numeric(10, 2) NOT NULL,
  PRIMARY KEY (store_id, order_no),
  FOREIGN KEY (store_id, coupon) REFERENCES shop.coupons (store_id, code)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['products', 'attributes', 'values', 'reviews', 'coupons', 'orders'] LOOP
    EXECUTE format('ALTER TABLE shop.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY store ON shop.%I AS PERMISSIVE
      USING (store_id = nullif(current_setting('app.store', true), '')::uuid)$p$, t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON shop.%I TO ho_webshop_app', t);
  END LOOP;
END $$;
ALTER TABLE shop.stores ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON shop.stores USING (id = nullif(current_setting('app.store', true), '')::uuid);
GRANT USAGE ON SCHEMA shop TO ho_webshop_app;
GRANT SELECT ON shop.stores, shop.categories TO ho_webshop_app;

CREATE VIEW shop.product_sheet AS
  SELECT p.store_id, p.sku, p.title, jsonb_object_agg(v.attribute, v.value) AS attributes
  FROM shop.products p JOIN shop.values v USING (store_id, sku) GROUP BY p.store_id, p.sku;
GRANT SELECT ON shop.product_sheet TO ho_webshop_app;
RESET ROLE;
