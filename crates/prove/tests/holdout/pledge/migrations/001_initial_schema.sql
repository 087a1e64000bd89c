-- Pawn shops. Tables are closed; the functions of schema api work with their owner's rights for one shop.
CREATE ROLE hf_pledge_app LOGIN;
CREATE SCHEMA pawn;
CREATE SCHEMA api;
GRANT USAGE ON SCHEMA api TO hf_pledge_app;
-- Functions are for nobody until they are granted.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE FUNCTION pawn.shop() RETURNS int LANGUAGE sql STABLE AS $$
  SELECT NULLIF(current_setting('pawn.shop_id', true), '')::int
$$;

CREATE TABLE pawn.metals (
  code text PRIMARY KEY,
  cents_per_gram int NOT NULL
);

CREATE TABLE pawn.shops (
  id int PRIMARY KEY,
  name text NOT NULL,
  monthly_rate numeric(4, 2) NOT NULL DEFAULT 2.5
);

CREATE TABLE pawn.customers (
  shop_id int NOT NULL REFERENCES pawn.shops (id),
  customer_no int NOT NULL,
  full_name text NOT NULL,
  id_document text NOT NULL,
  blocked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (shop_id, customer_no),
  UNIQUE (shop_id, id_document)
);

CREATE TABLE pawn.tickets (
  shop_id int NOT NULL,
  ticket_no int NOT NULL,
  customer_no int NOT NULL,
  loan_cents int NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'redeemed', 'forfeited')),
  PRIMARY KEY (shop_id, ticket_no),
  FOREIGN KEY (shop_id, customer_no) REFERENCES pawn.customers (shop_id, customer_no)
);

CREATE TABLE pawn.items (
  shop_id int NOT NULL,
  ticket_no int NOT NULL,
  item_no int NOT NULL,
  description text NOT NULL,
  serial text,
  metal text REFERENCES pawn.metals (code),
  for_sale boolean NOT NULL DEFAULT false,
  price_cents int,
  PRIMARY KEY (shop_id, ticket_no, item_no),
  FOREIGN KEY (shop_id, ticket_no) REFERENCES pawn.tickets (shop_id, ticket_no) ON DELETE CASCADE
);

CREATE TABLE pawn.payments (
  shop_id int NOT NULL,
  payment_id uuid NOT NULL DEFAULT gen_random_uuid(),
  ticket_no int NOT NULL,
  cents int NOT NULL,
  paid_at timestamptz NOT NULL DEFAULT now(),
  memo text,
  PRIMARY KEY (shop_id, payment_id),
  FOREIGN KEY (shop_id, ticket_no) REFERENCES pawn.tickets (shop_id, ticket_no)
);

CREATE TABLE pawn.outbox (
  shop_id int NOT NULL REFERENCES pawn.shops (id),
  message_id uuid NOT NULL DEFAULT gen_random_uuid(),
  phone text NOT NULL,
  body text NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (shop_id, message_id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['shops', 'customers', 'tickets', 'items', 'payments', 'outbox'] LOOP
    EXECUTE format('ALTER TABLE pawn.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE pawn.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

CREATE FUNCTION api.my_shop() RETURNS TABLE (name text, monthly_rate numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
  SELECT s.name, s.monthly_rate FROM pawn.shops s WHERE s.id = pawn.shop()
$$;

CREATE FUNCTION api.metal_prices() RETURNS SETOF pawn.metals
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
  SELECT * FROM pawn.metals
$$;

CREATE FUNCTION api.get_ticket(p_ticket int)
RETURNS TABLE (ticket_no int, customer text, loan_cents int, due_on date, state text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
  SELECT t.ticket_no, c.full_name, t.loan_cents, t.due_on, t.state
  FROM pawn.tickets t JOIN pawn.customers c ON c.shop_id = t.shop_id AND c.customer_no = t.customer_no
  WHERE t.shop_id = pawn.shop() AND t.ticket_no = p_ticket
$$;

CREATE FUNCTION api.list_items(p_for_sale boolean DEFAULT NULL)
RETURNS TABLE (ticket_no int, item_no int, description text, price_cents int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
  SELECT i.ticket_no, i.item_no, i.description, i.price_cents FROM pawn.items i
  WHERE i.shop_id = pawn.shop() AND (p_for_sale IS NULL OR i.for_sale = p_for_sale)
$$;

CREATE FUNCTION api.find_customers(p_term text)
RETURNS TABLE (customer_no int, full_name text, blocked boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
  SELECT c.customer_no, c.full_name, c.blocked FROM pawn.customers c
  WHERE c.shop_id = pawn.shop() AND (c.full_name ILIKE '%' || p_term || '%' OR c.id_document = p_term)
$$;

CREATE FUNCTION api.add_customer(p_name text, p_document text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
DECLARE v_no int;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pawn.shops WHERE id = pawn.shop()) THEN
    RAISE EXCEPTION 'no shop is set';
  END IF;
  SELECT coalesce(max(customer_no), 0) + 1 INTO v_no FROM pawn.customers WHERE shop_id = pawn.shop();
  INSERT INTO pawn.customers (shop_id, customer_no, full_name, id_document)
  VALUES (pawn.shop(), v_no, p_name, p_document);
  RETURN v_no;
END $$;

CREATE FUNCTION api.pay(p_ticket int, p_cents int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pawn, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pawn.tickets WHERE shop_id = pawn.shop() AND ticket_no = p_ticket) THEN
    RAISE EXCEPTION 'no ticket %', p_ticket;
  END IF;
  INSERT INTO pawn.payments (shop_id, ticket_no, cents) VALUES (pawn.shop(), p_ticket, p_cents);
  RETURN 'paid';
END $$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA api TO hf_pledge_app;
