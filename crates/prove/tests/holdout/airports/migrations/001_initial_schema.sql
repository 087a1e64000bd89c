-- Airport operations. An airport is known by its code of three letters, which begins every key.
CREATE ROLE hf_airports_app LOGIN;
CREATE ROLE hf_airports_screen LOGIN;
CREATE ROLE hf_airports_security NOLOGIN;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE SCHEMA ops;
GRANT USAGE ON SCHEMA ops TO hf_airports_app, hf_airports_screen, hf_airports_security;

CREATE DOMAIN ops.code3 AS char(3) CHECK (VALUE ~ '^[A-Z]{3}$');
CREATE TABLE ops.aircraft_types (type_code text PRIMARY KEY, span_m numeric);
CREATE TABLE ops.airlines (airline text PRIMARY KEY, name text NOT NULL);
CREATE TABLE ops.airports (airport ops.code3 PRIMARY KEY, name text NOT NULL, alarm_code text);
CREATE TABLE ops.stands (
  airport ops.code3 NOT NULL REFERENCES ops.airports,
  stand text NOT NULL,
  max_span numeric,
  remark text,
  PRIMARY KEY (airport, stand)
);
CREATE TABLE ops.flights (
  airport ops.code3 NOT NULL REFERENCES ops.airports,
  flight_no text NOT NULL,
  day date NOT NULL,
  airline text NOT NULL REFERENCES ops.airlines,
  type_code text REFERENCES ops.aircraft_types,
  direction text NOT NULL DEFAULT 'arrival',
  pax int,
  public_note text,
  ops_note text,
  PRIMARY KEY (airport, flight_no, day)
) PARTITION BY RANGE (day);
CREATE TABLE ops.flights_y2026 PARTITION OF ops.flights FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE ops.flights_other PARTITION OF ops.flights DEFAULT;
CREATE TABLE ops.stand_plan (
  airport ops.code3 NOT NULL,
  plan_id uuid NOT NULL DEFAULT gen_random_uuid(),
  stand text NOT NULL,
  flight_no text NOT NULL,
  day date NOT NULL,
  during tsrange NOT NULL,
  PRIMARY KEY (airport, plan_id),
  FOREIGN KEY (airport, stand) REFERENCES ops.stands ON DELETE CASCADE,
  FOREIGN KEY (airport, flight_no, day) REFERENCES ops.flights ON DELETE CASCADE,
  CONSTRAINT stand_free EXCLUDE USING gist ((airport::text) WITH =, stand WITH =, during WITH &&)
);
CREATE TABLE ops.handlers (
  airport ops.code3 NOT NULL REFERENCES ops.airports,
  handler text NOT NULL,
  rate numeric,
  PRIMARY KEY (airport, handler)
);
CREATE TABLE ops.handling_orders (
  airport ops.code3 NOT NULL,
  order_no int NOT NULL,
  handler text NOT NULL,
  flight_no text NOT NULL,
  day date NOT NULL,
  service text NOT NULL,
  done boolean NOT NULL DEFAULT false,
  PRIMARY KEY (airport, order_no),
  FOREIGN KEY (airport, handler) REFERENCES ops.handlers,
  FOREIGN KEY (airport, flight_no, day) REFERENCES ops.flights ON DELETE CASCADE
);
CREATE TABLE ops.staff_passes (
  airport ops.code3 NOT NULL REFERENCES ops.airports,
  pass_no text NOT NULL,
  holder text NOT NULL,
  zones text[] NOT NULL DEFAULT '{}',
  valid_to date,
  PRIMARY KEY (airport, pass_no)
);
CREATE TABLE ops.gate_log (
  airport ops.code3 NOT NULL,
  log_id uuid NOT NULL DEFAULT gen_random_uuid(),
  pass_no text NOT NULL,
  gate text NOT NULL,
  PRIMARY KEY (airport, log_id),
  FOREIGN KEY (airport, pass_no) REFERENCES ops.staff_passes ON DELETE CASCADE
);
CREATE TABLE ops.messages (
  airport ops.code3 NOT NULL REFERENCES ops.airports,
  message_id uuid NOT NULL DEFAULT gen_random_uuid(),
  to_airport ops.code3,
  body text NOT NULL,
  PRIMARY KEY (airport, message_id)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['airports', 'stands', 'flights', 'flights_y2026', 'flights_other', 'stand_plan',
      'handlers', 'handling_orders', 'staff_passes', 'gate_log', 'messages'] LOOP
    EXECUTE format('ALTER TABLE ops.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ops.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON ops.%I TO hf_airports_app, hf_airports_screen
      USING (airport::text = current_setting(''ops.airport'', true))
      WITH CHECK (airport::text = current_setting(''ops.airport'', true))', t || '_home', t);
  END LOOP;
END $$;
GRANT SELECT ON ops.aircraft_types, ops.airlines TO hf_airports_app, hf_airports_screen;
GRANT SELECT (airport, name) ON ops.airports TO hf_airports_app, hf_airports_screen;
GRANT SELECT (airport, flight_no, day, airline, direction, public_note) ON ops.flights TO hf_airports_screen;
GRANT SELECT, INSERT, UPDATE, DELETE ON ops.stands, ops.flights, ops.stand_plan, ops.handlers,
  ops.handling_orders, ops.staff_passes, ops.messages TO hf_airports_app;
GRANT SELECT, INSERT ON ops.gate_log TO hf_airports_app;

-- May this pass open a gate of the airport of the session?
CREATE FUNCTION ops.may_pass(p_pass text, p_zone text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ops, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM ops.staff_passes p
    WHERE p.airport::text = current_setting('ops.airport', true) AND p.pass_no = p_pass
      AND p_zone = ANY (p.zones) AND p.valid_to >= current_date)
$$;
REVOKE ALL ON FUNCTION ops.may_pass(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ops.may_pass(text, text) TO hf_airports_app;

CREATE MATERIALIZED VIEW ops.traffic AS
  SELECT airport, day, count(*) AS movements, sum(pax) AS pax, max(ops_note) AS worst_note
  FROM ops.flights GROUP BY airport, day;
CREATE VIEW ops.my_traffic WITH (security_barrier = true) AS
  SELECT * FROM ops.traffic WHERE airport::text = current_setting('ops.airport', true);
GRANT SELECT ON ops.my_traffic TO hf_airports_app;
CREATE VIEW ops.board WITH (security_invoker = true) AS
  SELECT f.airport, f.flight_no, f.day, f.direction, a.name AS airline, f.public_note
  FROM ops.flights f JOIN ops.airlines a ON a.airline = f.airline;
GRANT SELECT ON ops.board TO hf_airports_app, hf_airports_screen;
