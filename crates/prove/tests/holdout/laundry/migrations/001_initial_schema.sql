CREATE ROLE hf_laundry_app LOGIN;

-- The tables lie in wash, where the application has no right; it works with the views in api.
CREATE SCHEMA wash;
CREATE SCHEMA api;
GRANT USAGE ON SCHEMA api TO hf_laundry_app;

CREATE FUNCTION wash.laundry() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('wash.laundry', true), '')::uuid $$;

CREATE TABLE wash.fabrics (
  code text PRIMARY KEY,
  max_celsius integer NOT NULL
);

CREATE TABLE wash.laundries (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  opens time
);

CREATE TABLE wash.customers (
  laundry_id uuid NOT NULL DEFAULT wash.laundry() REFERENCES wash.laundries (id),
  customer_no integer NOT NULL,
  name text NOT NULL,
  phone text,
  PRIMARY KEY (laundry_id, customer_no)
);

CREATE TABLE wash.orders (
  laundry_id uuid NOT NULL DEFAULT wash.laundry(),
  order_no integer NOT NULL,
  customer_no integer NOT NULL,
  taken_on date NOT NULL DEFAULT CURRENT_DATE,
  cents integer NOT NULL DEFAULT 0,
  remark text,
  PRIMARY KEY (laundry_id, order_no),
  FOREIGN KEY (laundry_id, customer_no) REFERENCES wash.customers (laundry_id, customer_no)
);

CREATE TABLE wash.garments (
  laundry_id uuid NOT NULL DEFAULT wash.laundry(),
  tag text NOT NULL,
  order_no integer NOT NULL,
  fabric text REFERENCES wash.fabrics (code),
  stain text,
  PRIMARY KEY (laundry_id, tag),
  FOREIGN KEY (laundry_id, order_no) REFERENCES wash.orders (laundry_id, order_no) ON DELETE CASCADE
);

CREATE TABLE wash.machines (
  laundry_id uuid NOT NULL DEFAULT wash.laundry() REFERENCES wash.laundries (id),
  name text NOT NULL,
  kilos integer NOT NULL,
  PRIMARY KEY (laundry_id, name)
);

CREATE TABLE wash.pickups (
  laundry_id uuid NOT NULL DEFAULT wash.laundry(),
  order_no integer NOT NULL,
  pickup_on date NOT NULL,
  address text NOT NULL,
  PRIMARY KEY (laundry_id, order_no),
  FOREIGN KEY (laundry_id, order_no) REFERENCES wash.orders (laundry_id, order_no) ON DELETE CASCADE
);

CREATE TABLE wash.prices (
  laundry_id uuid NOT NULL DEFAULT wash.laundry() REFERENCES wash.laundries (id),
  item text NOT NULL,
  cents integer NOT NULL,
  PRIMARY KEY (laundry_id, item)
);

CREATE TABLE wash.complaints (
  laundry_id uuid NOT NULL DEFAULT wash.laundry(),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  order_no integer NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (laundry_id, id),
  FOREIGN KEY (laundry_id, order_no) REFERENCES wash.orders (laundry_id, order_no) ON DELETE CASCADE
);

-- Every view is a barrier and filters by the laundry of the session. None shows the laundry's id: a new row
-- gets it by the default of the table, so nobody can write it.
CREATE VIEW api.my_laundry WITH (security_barrier = true) AS
SELECT name, opens FROM wash.laundries WHERE id = wash.laundry();

CREATE VIEW api.customers WITH (security_barrier = true) AS
SELECT customer_no, name, phone FROM wash.customers
WHERE laundry_id = wash.laundry()
WITH CHECK OPTION;

CREATE VIEW api.orders WITH (security_barrier = true) AS
SELECT order_no, customer_no, taken_on, cents, remark FROM wash.orders
WHERE laundry_id = wash.laundry()
WITH CHECK OPTION;

CREATE VIEW api.garments WITH (security_barrier = true) AS
SELECT tag, order_no, fabric, stain FROM wash.garments
WHERE laundry_id = wash.laundry()
WITH CHECK OPTION;

CREATE VIEW api.machines WITH (security_barrier = true) AS
SELECT name, kilos FROM wash.machines
WHERE laundry_id = wash.laundry()
WITH CHECK OPTION;

CREATE VIEW api.pickups WITH (security_barrier = true) AS
SELECT order_no, pickup_on, address FROM wash.pickups
WHERE laundry_id = wash.laundry()
WITH CHECK OPTION;

CREATE VIEW api.prices WITH (security_barrier = true) AS
SELECT item, cents FROM wash.prices
WHERE laundry_id = wash.laundry()
WITH CHECK OPTION;

CREATE VIEW api.fabrics AS SELECT code, max_celsius FROM wash.fabrics;

GRANT SELECT ON api.my_laundry, api.fabrics TO hf_laundry_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON api.customers, api.orders, api.garments, api.machines, api.pickups,
  api.prices TO hf_laundry_app;
