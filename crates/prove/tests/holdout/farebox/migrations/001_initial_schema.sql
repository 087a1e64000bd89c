-- Public transport ticketing on two levels: transit.operator is always set, transit.depot may narrow it to
-- one depot.
CREATE ROLE hf_farebox_app LOGIN;
CREATE SCHEMA transit;
REVOKE ALL ON SCHEMA transit FROM PUBLIC;
GRANT USAGE ON SCHEMA transit TO hf_farebox_app;

CREATE FUNCTION transit.operator() RETURNS integer
LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('transit.operator', true), '')::integer $$;
CREATE FUNCTION transit.depot() RETURNS integer
LANGUAGE sql STABLE AS $$ SELECT NULLIF(current_setting('transit.depot', true), '')::integer $$;
REVOKE EXECUTE ON FUNCTION transit.operator(), transit.depot() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION transit.operator(), transit.depot() TO hf_farebox_app;

CREATE TABLE transit.zones (
  zone char(1) PRIMARY KEY,
  title text NOT NULL
);
CREATE TABLE transit.operators (
  id integer PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE transit.depots (
  operator_id integer NOT NULL REFERENCES transit.operators (id),
  depot_no integer NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (operator_id, depot_no)
);
CREATE TABLE transit.lines (
  operator_id integer NOT NULL,
  line_code text NOT NULL,
  depot_no integer,
  title text NOT NULL,
  PRIMARY KEY (operator_id, line_code),
  FOREIGN KEY (operator_id, depot_no) REFERENCES transit.depots (operator_id, depot_no)
);
CREATE TABLE transit.inspectors (
  operator_id integer NOT NULL,
  depot_no integer NOT NULL,
  badge_no integer NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (operator_id, depot_no, badge_no),
  FOREIGN KEY (operator_id, depot_no) REFERENCES transit.depots (operator_id, depot_no)
);
CREATE TABLE transit.products (
  operator_id integer NOT NULL REFERENCES transit.operators (id),
  product_code text NOT NULL,
  title text NOT NULL,
  price_cents integer NOT NULL CHECK (price_cents >= 0),
  PRIMARY KEY (operator_id, product_code)
);
CREATE TABLE transit.cards (
  operator_id integer NOT NULL REFERENCES transit.operators (id),
  card_id uuid NOT NULL DEFAULT gen_random_uuid(),
  serial text NOT NULL,
  holder text,
  balance_cents integer NOT NULL DEFAULT 0,
  PRIMARY KEY (operator_id, card_id)
);
CREATE TABLE transit.tickets (
  operator_id integer NOT NULL,
  ticket_id uuid NOT NULL DEFAULT gen_random_uuid(),
  product_code text NOT NULL,
  card_id uuid,
  sold_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (operator_id, ticket_id),
  FOREIGN KEY (operator_id, product_code) REFERENCES transit.products (operator_id, product_code),
  FOREIGN KEY (operator_id, card_id) REFERENCES transit.cards (operator_id, card_id) ON DELETE CASCADE
);
CREATE TABLE transit.validations (
  operator_id integer NOT NULL,
  validated_on date NOT NULL,
  validation_id uuid NOT NULL DEFAULT gen_random_uuid(),
  line_code text NOT NULL,
  stop_name text NOT NULL,
  PRIMARY KEY (operator_id, validated_on, validation_id),
  FOREIGN KEY (operator_id, line_code) REFERENCES transit.lines (operator_id, line_code)
) PARTITION BY RANGE (validated_on);
CREATE TABLE transit.validations_2024 PARTITION OF transit.validations
  FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE transit.validations_rest PARTITION OF transit.validations DEFAULT;
CREATE TABLE transit.fines (
  operator_id integer NOT NULL REFERENCES transit.operators (id),
  fine_no integer NOT NULL,
  offender text NOT NULL,
  amount_cents integer NOT NULL,
  paid_at timestamptz,
  PRIMARY KEY (operator_id, fine_no)
);

GRANT SELECT ON transit.zones, transit.operators TO hf_farebox_app;
ALTER TABLE transit.operators ENABLE ROW LEVEL SECURITY;
ALTER TABLE transit.operators FORCE ROW LEVEL SECURITY;
CREATE POLICY operators_own ON transit.operators FOR SELECT USING (id = transit.operator());

-- Tables of the operator alone. The partitions are closed too, though nobody has rights on them.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['products', 'cards', 'tickets', 'validations', 'validations_2024',
    'validations_rest',
    'fines']
  LOOP
    EXECUTE format('ALTER TABLE transit.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE transit.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON transit.%I USING (operator_id = transit.operator())
      WITH CHECK (operator_id = transit.operator())', t || '_operator', t);
    IF t NOT LIKE 'validations\_%' THEN
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON transit.%I TO hf_farebox_app', t);
    END IF;
  END LOOP;
  -- Tables of a depot: within the operator, and within the depot where one is set.
  FOREACH t IN ARRAY ARRAY['depots', 'lines', 'inspectors']
  LOOP
    EXECUTE format('ALTER TABLE transit.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE transit.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON transit.%I
      USING (operator_id = transit.operator() AND (transit.depot() IS NULL OR depot_no = transit.depot()))
      WITH CHECK (operator_id = transit.operator() AND (transit.depot() IS NULL OR depot_no =
        transit.depot()))',
      t || '_depot', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON transit.%I TO hf_farebox_app', t);
  END LOOP;
END $$;
