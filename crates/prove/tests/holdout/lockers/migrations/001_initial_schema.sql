-- Operators of parcel lockers share the tables; bigint keys, and events in partitions by month.
CREATE ROLE hf_lockers_owner NOLOGIN;
CREATE ROLE hf_lockers_app LOGIN;
-- The handhelds of couriers sign in with their own role, which may do less.
CREATE ROLE hf_lockers_courier LOGIN;

CREATE SCHEMA lock AUTHORIZATION hf_lockers_owner;
SET ROLE hf_lockers_owner;
GRANT USAGE ON SCHEMA lock TO hf_lockers_app, hf_lockers_courier;

CREATE TABLE lock.operators (
  id bigint PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE lock.box_sizes (
  code char(1) PRIMARY KEY,
  litres integer NOT NULL
);

CREATE TABLE lock.stations (
  operator_id bigint NOT NULL REFERENCES lock.operators (id),
  code text NOT NULL,
  address text NOT NULL,
  PRIMARY KEY (operator_id, code)
);

CREATE TABLE lock.boxes (
  operator_id bigint NOT NULL,
  station text NOT NULL,
  nr smallint NOT NULL,
  size char(1) NOT NULL REFERENCES lock.box_sizes (code),
  state text NOT NULL DEFAULT 'free' CHECK (state IN ('free', 'taken', 'broken')),
  PRIMARY KEY (operator_id, station, nr),
  FOREIGN KEY (operator_id, station) REFERENCES lock.stations (operator_id, code)
);

CREATE TABLE lock.couriers (
  operator_id bigint NOT NULL REFERENCES lock.operators (id),
  badge text NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (operator_id, badge)
);

CREATE TABLE lock.recipients (
  operator_id bigint NOT NULL REFERENCES lock.operators (id),
  nr bigint NOT NULL,
  name text NOT NULL,
  phone text NOT NULL,
  PRIMARY KEY (operator_id, nr)
);

CREATE TABLE lock.parcels (
  operator_id bigint NOT NULL,
  nr bigint NOT NULL,
  tracking text NOT NULL,
  recipient_nr bigint NOT NULL,
  station text,
  box_nr smallint,
  pickup_code text,
  state text NOT NULL DEFAULT 'announced',
  PRIMARY KEY (operator_id, nr),
  UNIQUE (operator_id, tracking),
  FOREIGN KEY (operator_id, recipient_nr) REFERENCES lock.recipients (operator_id, nr),
  FOREIGN KEY (operator_id, station, box_nr) REFERENCES lock.boxes (operator_id, station, nr)
);

CREATE TABLE lock.complaints (
  operator_id bigint NOT NULL,
  parcel_nr bigint NOT NULL,
  body text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (operator_id, parcel_nr),
  FOREIGN KEY (operator_id, parcel_nr) REFERENCES lock.parcels (operator_id, nr)
);

CREATE TABLE lock.messages (
  operator_id bigint NOT NULL REFERENCES lock.operators (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  body text NOT NULL,
  sent_at timestamptz,
  PRIMARY KEY (operator_id, id)
);

CREATE TABLE lock.events (
  operator_id bigint NOT NULL,
  at timestamptz NOT NULL,
  parcel_nr bigint NOT NULL,
  what text NOT NULL
) PARTITION BY RANGE (at);
CREATE TABLE lock.events_2026 PARTITION OF lock.events
  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE lock.events_2027 PARTITION OF lock.events
  FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
CREATE INDEX ON lock.events (operator_id, at);

ALTER TABLE lock.operators ENABLE ROW LEVEL SECURITY;
ALTER TABLE lock.operators FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_self ON lock.operators
  USING (id = nullif(current_setting('app.operator_id', true), '')::bigint);
GRANT SELECT ON lock.operators, lock.box_sizes TO hf_lockers_app, hf_lockers_courier;

-- The partitions have row security of their own, though nobody is granted them.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['stations', 'boxes', 'couriers', 'recipients', 'parcels', 'complaints', 'messages',
    'events', 'events_2026', 'events_2027']
  LOOP
    EXECUTE format('ALTER TABLE lock.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE lock.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY operator_rows ON lock.%I
      USING (operator_id = nullif(current_setting('app.operator_id', true), '')::bigint)
      WITH CHECK (operator_id = nullif(current_setting('app.operator_id', true), '')::bigint)$p$, t);
  END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON lock.stations, lock.boxes, lock.couriers, lock.recipients,
  lock.parcels, lock.complaints, lock.messages TO hf_lockers_app;
GRANT SELECT, INSERT ON lock.events TO hf_lockers_app, hf_lockers_courier;
GRANT SELECT, UPDATE (state, station, box_nr) ON lock.parcels TO hf_lockers_courier;
GRANT SELECT ON lock.stations, lock.boxes TO hf_lockers_courier;
RESET ROLE;
