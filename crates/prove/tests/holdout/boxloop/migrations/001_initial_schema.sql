-- Subscription boxes. Shops have numbers, and number their own boxes from one.
CREATE ROLE hf_boxloop_app LOGIN;
-- Sends the messages of the outbox; not a login of the application.
CREATE ROLE hf_boxloop_worker LOGIN;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE shops (
  id bigint PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE plans (
  shop_id bigint NOT NULL REFERENCES shops (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  price_cents integer NOT NULL,
  published boolean NOT NULL DEFAULT false,
  PRIMARY KEY (shop_id, id)
);
CREATE TABLE subscribers (
  shop_id bigint NOT NULL REFERENCES shops (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  full_name text NOT NULL,
  address text NOT NULL DEFAULT '',
  PRIMARY KEY (shop_id, id),
  UNIQUE (shop_id, email)
);
CREATE TABLE subscriptions (
  shop_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  subscriber_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'paused', 'cancelled')),
  PRIMARY KEY (shop_id, id),
  FOREIGN KEY (shop_id, subscriber_id) REFERENCES subscribers (shop_id, id) ON DELETE CASCADE,
  FOREIGN KEY (shop_id, plan_id) REFERENCES plans (shop_id, id)
);
CREATE TABLE boxes (
  shop_id bigint NOT NULL REFERENCES shops (id),
  box_no integer NOT NULL,
  month date NOT NULL,
  theme text NOT NULL,
  PRIMARY KEY (shop_id, box_no)
);
CREATE TABLE box_items (
  shop_id bigint NOT NULL,
  box_no integer NOT NULL,
  position integer NOT NULL,
  sku text NOT NULL,
  cost_cents integer NOT NULL,
  PRIMARY KEY (shop_id, box_no, position),
  FOREIGN KEY (shop_id, box_no) REFERENCES boxes (shop_id, box_no) ON DELETE CASCADE
);
CREATE TABLE shipments (
  shop_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  box_no integer NOT NULL,
  subscriber_id uuid NOT NULL,
  tracking text,
  PRIMARY KEY (shop_id, id),
  FOREIGN KEY (shop_id, box_no) REFERENCES boxes (shop_id, box_no),
  FOREIGN KEY (shop_id, subscriber_id) REFERENCES subscribers (shop_id, id)
);
CREATE TABLE coupons (
  shop_id bigint NOT NULL REFERENCES shops (id),
  code text NOT NULL,
  percent_off integer NOT NULL,
  uses_left integer NOT NULL,
  PRIMARY KEY (shop_id, code)
);
-- The application has no right on it: messages are put here by a trigger and read by the worker.
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  shop_id bigint NOT NULL,
  payload jsonb NOT NULL,
  sent_at timestamptz
);

CREATE FUNCTION current_shop() RETURNS bigint LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('app.current_shop', true), '')::bigint $$;
CREATE FUNCTION queue_shipment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO outbox (shop_id, payload) VALUES (NEW.shop_id, to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER queue_shipment AFTER INSERT ON shipments FOR EACH ROW EXECUTE FUNCTION queue_shipment();
GRANT EXECUTE ON FUNCTION current_shop() TO hf_boxloop_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plans', 'subscribers', 'subscriptions', 'boxes', 'box_items', 'shipments',
    'coupons'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (shop_id = current_shop())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_boxloop_app', t);
  END LOOP;
END $$;
ALTER TABLE shops ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON shops USING (id = current_shop());
GRANT SELECT, UPDATE (name) ON shops TO hf_boxloop_app;
GRANT SELECT, UPDATE (sent_at) ON outbox TO hf_boxloop_worker;

CREATE VIEW shipping_labels WITH (security_invoker = true) AS
SELECT h.shop_id, h.id, h.box_no, s.full_name, s.address
FROM shipments h
JOIN subscribers s ON s.shop_id = h.shop_id AND s.id = h.subscriber_id;
GRANT SELECT ON shipping_labels TO hf_boxloop_app;
