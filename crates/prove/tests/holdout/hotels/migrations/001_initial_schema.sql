CREATE ROLE hf_hotels_app LOGIN;
CREATE ROLE hf_hotels_reports NOLOGIN;

-- The tables; nobody but the owner has a right in this schema.
CREATE SCHEMA data;
-- The views and functions that the application uses.
CREATE SCHEMA api;
GRANT USAGE ON SCHEMA api TO hf_hotels_app;

CREATE FUNCTION api.chain() RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('hotels.chain', true), '')::uuid
$$;

CREATE TABLE data.chains (
  id uuid PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE data.hotels (
  chain_id uuid NOT NULL DEFAULT api.chain() REFERENCES data.chains (id),
  code text NOT NULL,
  name text NOT NULL,
  city text NOT NULL,
  PRIMARY KEY (chain_id, code)
);

CREATE TABLE data.rooms (
  chain_id uuid NOT NULL DEFAULT api.chain(),
  hotel_code text NOT NULL,
  room_no text NOT NULL,
  door_key text NOT NULL,
  rate numeric(8,2) NOT NULL,
  PRIMARY KEY (chain_id, hotel_code, room_no),
  FOREIGN KEY (chain_id, hotel_code) REFERENCES data.hotels (chain_id, code)
);

CREATE TABLE data.guests (
  chain_id uuid NOT NULL DEFAULT api.chain() REFERENCES data.chains (id),
  guest_no integer NOT NULL,
  full_name text NOT NULL,
  passport text,
  vip boolean NOT NULL DEFAULT false,
  PRIMARY KEY (chain_id, guest_no)
);

CREATE TABLE data.stays (
  chain_id uuid NOT NULL DEFAULT api.chain(),
  hotel_code text NOT NULL,
  room_no text NOT NULL,
  guest_no integer NOT NULL,
  nights daterange NOT NULL,
  status text NOT NULL DEFAULT 'booked' CHECK (status IN ('booked', 'in', 'out', 'no show')),
  PRIMARY KEY (chain_id, hotel_code, room_no, nights),
  FOREIGN KEY (chain_id, hotel_code, room_no) REFERENCES data.rooms (chain_id, hotel_code, room_no),
  FOREIGN KEY (chain_id, guest_no) REFERENCES data.guests (chain_id, guest_no)
);

CREATE TABLE data.charges (
  chain_id uuid NOT NULL DEFAULT api.chain(),
  charge_no integer NOT NULL,
  guest_no integer NOT NULL,
  amount numeric(10,2) NOT NULL,
  what text NOT NULL,
  PRIMARY KEY (chain_id, charge_no),
  FOREIGN KEY (chain_id, guest_no) REFERENCES data.guests (chain_id, guest_no)
);

CREATE TABLE data.wishes (
  chain_id uuid NOT NULL DEFAULT api.chain(),
  guest_no integer NOT NULL,
  wish text NOT NULL,
  PRIMARY KEY (chain_id, guest_no, wish),
  FOREIGN KEY (chain_id, guest_no) REFERENCES data.guests (chain_id, guest_no) ON DELETE CASCADE
);

CREATE TABLE data.waiting (
  chain_id uuid NOT NULL DEFAULT api.chain(),
  hotel_code text NOT NULL,
  guest_name text NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (chain_id, hotel_code, guest_name),
  FOREIGN KEY (chain_id, hotel_code) REFERENCES data.hotels (chain_id, code)
);

-- Every view filters by chain and is a barrier. The chain is never written by the caller.
CREATE VIEW api.hotels WITH (security_barrier = true) AS
  SELECT code, name, city FROM data.hotels WHERE chain_id = api.chain();
CREATE VIEW api.rooms WITH (security_barrier = true) AS
  SELECT hotel_code, room_no, rate FROM data.rooms WHERE chain_id = api.chain();
CREATE VIEW api.guests WITH (security_barrier = true) AS
  SELECT guest_no, full_name, passport, vip FROM data.guests WHERE chain_id = api.chain();
CREATE VIEW api.stays WITH (security_barrier = true) AS
  SELECT hotel_code, room_no, guest_no, nights, status FROM data.stays WHERE chain_id = api.chain();
CREATE VIEW api.charges WITH (security_barrier = true) AS
  SELECT charge_no, guest_no, amount, what FROM data.charges WHERE chain_id = api.chain();
CREATE VIEW api.wishes WITH (security_barrier = true) AS
  SELECT guest_no, wish FROM data.wishes WHERE chain_id = api.chain();
GRANT SELECT, INSERT, UPDATE, DELETE
  ON api.hotels, api.guests, api.stays, api.charges, api.wishes TO hf_hotels_app;
GRANT SELECT ON api.rooms TO hf_hotels_app;
