-- Hauliers known by a slug; every key of theirs begins with it.

CREATE ROLE hf_freight_app LOGIN;
CREATE SCHEMA freight;

CREATE TABLE freight.zones (code text PRIMARY KEY, label text NOT NULL);

CREATE TABLE freight.carriers (
  carrier text PRIMARY KEY CHECK (carrier ~ '^[a-z][a-z0-9-]*$'),
  legal_name text NOT NULL
);

CREATE TABLE freight.depots (
  carrier text NOT NULL REFERENCES freight.carriers,
  code text NOT NULL,
  zone text REFERENCES freight.zones,
  street text NOT NULL,
  PRIMARY KEY (carrier, code)
);

CREATE TABLE freight.drivers (
  carrier text NOT NULL REFERENCES freight.carriers,
  badge integer NOT NULL,
  name text NOT NULL,
  licence text NOT NULL,
  PRIMARY KEY (carrier, badge),
  UNIQUE (carrier, licence)
);

CREATE TABLE freight.shipments (
  carrier text NOT NULL REFERENCES freight.carriers,
  number text NOT NULL,
  origin text NOT NULL,
  driver integer,
  consignee text NOT NULL,
  price numeric(12, 2) NOT NULL DEFAULT 0,
  delivered boolean NOT NULL DEFAULT false,
  PRIMARY KEY (carrier, number),
  FOREIGN KEY (carrier, origin) REFERENCES freight.depots (carrier, code),
  FOREIGN KEY (carrier, driver) REFERENCES freight.drivers (carrier, badge)
);

CREATE TABLE freight.stops (
  carrier text NOT NULL,
  number text NOT NULL,
  position smallint NOT NULL,
  address text NOT NULL,
  PRIMARY KEY (carrier, number, position),
  FOREIGN KEY (carrier, number) REFERENCES freight.shipments (carrier, number) ON DELETE CASCADE
);

ALTER TABLE freight.carriers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE freight.depots ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE freight.drivers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE freight.shipments ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE freight.stops ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;

-- A slug is never empty, so an unset or emptied setting meets no row.
CREATE POLICY own ON freight.carriers USING (carrier = current_setting('freight.carrier', true));
CREATE POLICY own ON freight.depots USING (carrier = current_setting('freight.carrier', true));
CREATE POLICY own ON freight.drivers USING (carrier = current_setting('freight.carrier', true));
CREATE POLICY own ON freight.shipments USING (carrier = current_setting('freight.carrier', true));
CREATE POLICY own ON freight.stops USING (carrier = current_setting('freight.carrier', true));

GRANT USAGE ON SCHEMA freight TO hf_freight_app;
GRANT SELECT ON freight.zones, freight.carriers TO hf_freight_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON freight.depots, freight.drivers, freight.shipments, freight.stops
  TO hf_freight_app;
