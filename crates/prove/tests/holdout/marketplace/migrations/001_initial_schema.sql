-- A marketplace. Every row belongs to a firm; some rows are shared with one other firm by a row of their own.
CREATE ROLE hf_marketplace_app LOGIN;
CREATE ROLE hf_marketplace_desk NOLOGIN;
CREATE SCHEMA market;
GRANT USAGE ON SCHEMA market TO hf_marketplace_app;

CREATE FUNCTION market.firm() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.firm_id', true), '')::uuid;

CREATE TABLE market.categories (category text PRIMARY KEY);
CREATE TABLE market.firms (
  firm_id uuid PRIMARY KEY,
  name text NOT NULL,
  bank_account text
);
CREATE TABLE market.listings (
  firm_id uuid NOT NULL REFERENCES market.firms,
  listing_id uuid NOT NULL DEFAULT gen_random_uuid(),
  category text REFERENCES market.categories,
  title text NOT NULL,
  price numeric(10, 2) NOT NULL,
  state text NOT NULL DEFAULT 'draft',
  PRIMARY KEY (firm_id, listing_id)
);
CREATE TABLE market.stock (
  firm_id uuid NOT NULL,
  listing_id uuid NOT NULL,
  on_hand int NOT NULL DEFAULT 0 CHECK (on_hand >= 0),
  cost numeric(10, 2),
  remark text,
  PRIMARY KEY (firm_id, listing_id),
  FOREIGN KEY (firm_id, listing_id) REFERENCES market.listings ON DELETE CASCADE
);
-- The seller opens a listing to a buyer by a row here. firm_id is the seller.
CREATE TABLE market.listing_shares (
  firm_id uuid NOT NULL,
  listing_id uuid NOT NULL,
  buyer_id uuid NOT NULL,
  PRIMARY KEY (firm_id, listing_id, buyer_id),
  FOREIGN KEY (firm_id, listing_id) REFERENCES market.listings ON DELETE CASCADE
);
-- firm_id is the buyer; the order goes to the seller as an offer.
CREATE TABLE market.orders (
  firm_id uuid NOT NULL REFERENCES market.firms,
  order_id uuid NOT NULL DEFAULT gen_random_uuid(),
  reference text NOT NULL,
  total numeric(10, 2) NOT NULL DEFAULT 0,
  note text,
  PRIMARY KEY (firm_id, order_id),
  UNIQUE (firm_id, reference)
);
CREATE TABLE market.order_lines (
  firm_id uuid NOT NULL,
  order_id uuid NOT NULL,
  line_no int NOT NULL,
  title text NOT NULL,
  quantity int NOT NULL,
  PRIMARY KEY (firm_id, order_id, line_no),
  FOREIGN KEY (firm_id, order_id) REFERENCES market.orders ON DELETE CASCADE
);
-- What a seller got of an order: written by the platform's own job, never by the firms.
CREATE TABLE market.seller_orders (
  firm_id uuid NOT NULL REFERENCES market.firms,
  order_id uuid NOT NULL,
  buyer_name text NOT NULL,
  lines jsonb NOT NULL DEFAULT '[]',
  state text NOT NULL DEFAULT 'new',
  PRIMARY KEY (firm_id, order_id)
);
CREATE TABLE market.messages (
  firm_id uuid NOT NULL REFERENCES market.firms,
  message_id uuid NOT NULL DEFAULT gen_random_uuid(),
  thread text NOT NULL,
  body text NOT NULL,
  is_internal boolean NOT NULL DEFAULT true,
  PRIMARY KEY (firm_id, message_id)
);
CREATE TABLE market.payouts (
  firm_id uuid NOT NULL REFERENCES market.firms,
  payout_no int NOT NULL,
  amount numeric(12, 2) NOT NULL,
  iban text,
  PRIMARY KEY (firm_id, payout_no)
);
CREATE TABLE market.outbox (
  firm_id uuid NOT NULL REFERENCES market.firms,
  event_id uuid NOT NULL DEFAULT gen_random_uuid(),
  event text NOT NULL,
  body jsonb,
  PRIMARY KEY (firm_id, event_id)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['firms', 'listings', 'stock', 'listing_shares', 'orders', 'order_lines',
      'seller_orders', 'messages', 'payouts', 'outbox'] LOOP
    EXECUTE format('ALTER TABLE market.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE market.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY firm_only ON market.%I TO hf_marketplace_app
      USING (firm_id = market.firm()) WITH CHECK (firm_id = market.firm())', t);
  END LOOP;
END $$;

GRANT SELECT ON market.categories, market.firms, market.seller_orders, market.payouts TO hf_marketplace_app;
GRANT UPDATE (state) ON market.seller_orders TO hf_marketplace_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON market.listings, market.stock, market.listing_shares, market.orders,
  market.order_lines, market.messages TO hf_marketplace_app;
GRANT INSERT ON market.outbox TO hf_marketplace_app;

-- Changes of listings go to the outbox of their firm.
CREATE FUNCTION market.tell_listing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO market.outbox (firm_id, event, body) VALUES (NEW.firm_id, 'listing', to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER tell_listing AFTER INSERT OR UPDATE ON market.listings
  FOR EACH ROW EXECUTE FUNCTION market.tell_listing();

CREATE MATERIALIZED VIEW market.seller_sales AS
  SELECT f.firm_id, f.name, count(o.order_id) AS orders
  FROM market.firms f LEFT JOIN market.seller_orders o USING (firm_id) GROUP BY f.firm_id, f.name;
CREATE VIEW market.my_sales WITH (security_barrier = true) AS
  SELECT * FROM market.seller_sales WHERE firm_id = market.firm();
CREATE VIEW market.shop_window WITH (security_invoker = true) AS
  SELECT l.firm_id, l.title, l.price, s.on_hand
  FROM market.listings l JOIN market.stock s USING (firm_id, listing_id)
  WHERE l.state = 'open';
GRANT SELECT ON market.my_sales, market.shop_window TO hf_marketplace_app;
