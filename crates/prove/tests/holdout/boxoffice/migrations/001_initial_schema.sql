-- Event ticketing. Keys begin with the organiser's slug; the request's slug stands in box.organizer.
CREATE ROLE hf_boxoffice_app LOGIN;

CREATE TYPE order_status AS ENUM ('cart', 'paid', 'refunded');

CREATE TABLE currencies (code char(3) PRIMARY KEY);

CREATE TABLE organizers (
  slug text PRIMARY KEY,
  legal_name text NOT NULL,
  currency char(3) REFERENCES currencies
);

CREATE FUNCTION organizer() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('box.organizer', true), '') $$;

CREATE TABLE venues (
  organizer text NOT NULL REFERENCES organizers,
  venue_no integer NOT NULL,
  name varchar(100) NOT NULL,
  PRIMARY KEY (organizer, venue_no)
);

CREATE TABLE events (
  organizer text NOT NULL,
  event_no integer NOT NULL,
  venue_no integer NOT NULL,
  title varchar(200) NOT NULL,
  starts_at timestamptz,
  published boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organizer, event_no),
  FOREIGN KEY (organizer, venue_no) REFERENCES venues (organizer, venue_no)
);

CREATE TABLE customers (
  organizer text NOT NULL REFERENCES organizers,
  customer_no integer NOT NULL,
  email varchar(254) NOT NULL,
  PRIMARY KEY (organizer, customer_no),
  UNIQUE (organizer, email)
);

CREATE TABLE orders (
  organizer text NOT NULL,
  order_no integer NOT NULL,
  customer_no integer NOT NULL,
  status order_status NOT NULL DEFAULT 'cart',
  total_cents integer NOT NULL,
  remark text,
  PRIMARY KEY (organizer, order_no),
  FOREIGN KEY (organizer, customer_no) REFERENCES customers (organizer, customer_no)
);

CREATE TABLE tickets (
  organizer text NOT NULL,
  order_no integer NOT NULL,
  event_no integer NOT NULL,
  seat varchar(20) NOT NULL,
  holder varchar(100) NOT NULL,
  PRIMARY KEY (organizer, event_no, seat),
  FOREIGN KEY (organizer, order_no) REFERENCES orders (organizer, order_no),
  FOREIGN KEY (organizer, event_no) REFERENCES events (organizer, event_no)
);

CREATE TABLE discount_codes (
  organizer text NOT NULL REFERENCES organizers,
  code text NOT NULL,
  percent smallint NOT NULL CHECK (percent BETWEEN 1 AND 100),
  used integer NOT NULL DEFAULT 0,
  PRIMARY KEY (organizer, code)
);

CREATE TABLE payouts (
  organizer text NOT NULL REFERENCES organizers,
  day date NOT NULL,
  cents integer NOT NULL,
  account text NOT NULL,
  PRIMARY KEY (organizer, day)
);

CREATE TABLE scans (
  organizer text NOT NULL,
  event_no integer NOT NULL,
  seat varchar(20) NOT NULL,
  gate text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  FOREIGN KEY (organizer, event_no, seat) REFERENCES tickets (organizer, event_no, seat)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['venues', 'events', 'customers', 'orders', 'tickets', 'discount_codes', 'payouts',
    'scans'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_rows ON %I USING (organizer = organizer())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO hf_boxoffice_app', t);
  END LOOP;
END $$;
ALTER TABLE organizers ENABLE ROW LEVEL SECURITY;
ALTER TABLE organizers FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON organizers USING (slug = organizer());

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizer() TO hf_boxoffice_app;
GRANT SELECT ON organizers, currencies TO hf_boxoffice_app;
GRANT DELETE ON discount_codes, tickets TO hf_boxoffice_app;
