CREATE ROLE hf_catering_app LOGIN;

-- The tables, closed to all but their owner.
CREATE SCHEMA store;
-- The functions that the application calls, in transactions that set the kitchen.
CREATE SCHEMA api;
-- Helpers of these functions.
CREATE SCHEMA inner_api;
GRANT USAGE ON SCHEMA api TO hf_catering_app;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE store.kitchens (
  id bigint PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE store.customers (
  kitchen_id bigint NOT NULL REFERENCES store.kitchens (id),
  customer_no integer NOT NULL,
  name text NOT NULL,
  allergies text,
  PRIMARY KEY (kitchen_id, customer_no)
);

CREATE TABLE store.menus (
  kitchen_id bigint NOT NULL REFERENCES store.kitchens (id),
  code text NOT NULL,
  title text NOT NULL,
  recipe text,
  PRIMARY KEY (kitchen_id, code)
);

CREATE TABLE store.orders (
  kitchen_id bigint NOT NULL,
  order_no integer NOT NULL,
  customer_no integer NOT NULL,
  menu_code text NOT NULL,
  guests integer NOT NULL CHECK (guests > 0),
  state text NOT NULL DEFAULT 'open',
  remark text,
  PRIMARY KEY (kitchen_id, order_no),
  FOREIGN KEY (kitchen_id, customer_no) REFERENCES store.customers (kitchen_id, customer_no),
  FOREIGN KEY (kitchen_id, menu_code) REFERENCES store.menus (kitchen_id, code)
);

CREATE TABLE store.deliveries (
  kitchen_id bigint NOT NULL,
  order_no integer NOT NULL,
  van text NOT NULL,
  due timestamptz NOT NULL,
  PRIMARY KEY (kitchen_id, order_no),
  FOREIGN KEY (kitchen_id, order_no) REFERENCES store.orders (kitchen_id, order_no) ON DELETE CASCADE
);

CREATE TABLE store.invoices (
  kitchen_id bigint NOT NULL,
  invoice_no integer NOT NULL,
  order_no integer NOT NULL,
  amount numeric(10,2) NOT NULL,
  paid boolean NOT NULL DEFAULT false,
  PRIMARY KEY (kitchen_id, invoice_no),
  FOREIGN KEY (kitchen_id, order_no) REFERENCES store.orders (kitchen_id, order_no)
);

CREATE TABLE store.staff (
  kitchen_id bigint NOT NULL REFERENCES store.kitchens (id),
  badge text NOT NULL,
  name text NOT NULL,
  wage numeric(8,2) NOT NULL,
  PRIMARY KEY (kitchen_id, badge)
);

CREATE TABLE store.feedback (
  kitchen_id bigint NOT NULL,
  order_no integer NOT NULL,
  stars integer NOT NULL CHECK (stars BETWEEN 1 AND 5),
  words text,
  PRIMARY KEY (kitchen_id, order_no),
  FOREIGN KEY (kitchen_id, order_no) REFERENCES store.orders (kitchen_id, order_no) ON DELETE CASCADE
);

CREATE FUNCTION inner_api.kitchen() RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_kitchen bigint := nullif(current_setting('catering.kitchen_id', true), '')::bigint;
BEGIN
  IF v_kitchen IS NULL THEN
    RAISE EXCEPTION 'no kitchen';
  END IF;
  RETURN v_kitchen;
END
$$;

CREATE FUNCTION api.menus() RETURNS TABLE (code text, title text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = store, pg_temp AS $$
  SELECT m.code, m.title FROM menus m WHERE m.kitchen_id = inner_api.kitchen()
$$;

CREATE FUNCTION api.add_customer(p_no integer, p_name text, p_allergies text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = store, pg_temp AS $$
  INSERT INTO customers VALUES (inner_api.kitchen(), p_no, p_name, p_allergies)
$$;

CREATE FUNCTION api.place_order(p_no integer, p_customer integer, p_menu text, p_guests integer) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = store, pg_temp AS $$
  INSERT INTO orders (kitchen_id, order_no, customer_no, menu_code, guests)
  VALUES (inner_api.kitchen(), p_no, p_customer, p_menu, p_guests)
$$;

CREATE FUNCTION api.orders() RETURNS TABLE (order_no integer, customer text, guests integer, remark text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = store, pg_temp AS $$
  SELECT o.order_no, c.name, o.guests, o.remark
    FROM orders o JOIN customers c USING (kitchen_id, customer_no)
   WHERE o.kitchen_id = inner_api.kitchen()
$$;

CREATE FUNCTION api.cancel(p_order integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = store, pg_temp AS $$
  UPDATE orders SET state = 'cancelled'
   WHERE kitchen_id = inner_api.kitchen() AND order_no = p_order AND state = 'open'
  RETURNING order_no
$$;

GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA api TO hf_catering_app;
