-- Insurance brokers, and the agencies below them: two settings, the second narrows the first.

CREATE ROLE hf_insurance_app LOGIN;
CREATE SCHEMA ins;

CREATE TABLE ins.products (code text PRIMARY KEY, label text NOT NULL);
CREATE TABLE ins.brokers (
  id integer PRIMARY KEY,
  name text NOT NULL,
  parent_id integer REFERENCES ins.brokers
);
CREATE TABLE ins.agencies (
  broker_id integer NOT NULL REFERENCES ins.brokers,
  agency_no integer NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (broker_id, agency_no)
);
CREATE TABLE ins.clients (
  broker_id integer NOT NULL,
  agency_no integer NOT NULL,
  client_no integer NOT NULL,
  name text NOT NULL,
  iban text,
  PRIMARY KEY (broker_id, agency_no, client_no),
  FOREIGN KEY (broker_id, agency_no) REFERENCES ins.agencies
);
CREATE TABLE ins.policies (
  broker_id integer NOT NULL,
  agency_no integer NOT NULL,
  client_no integer NOT NULL,
  policy_no text NOT NULL,
  product text REFERENCES ins.products,
  premium numeric(10, 2) NOT NULL,
  PRIMARY KEY (broker_id, policy_no),
  FOREIGN KEY (broker_id, agency_no, client_no) REFERENCES ins.clients ON UPDATE CASCADE
);
CREATE TABLE ins.damages (
  broker_id integer NOT NULL,
  policy_no text NOT NULL,
  damage_no integer NOT NULL,
  account text NOT NULL,
  PRIMARY KEY (broker_id, policy_no, damage_no),
  CONSTRAINT policy FOREIGN KEY (broker_id, policy_no) REFERENCES ins.policies ON DELETE CASCADE
);

CREATE FUNCTION ins.broker() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('ins.broker', true), '')::integer $$;
CREATE FUNCTION ins.agency() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('ins.agency', true), '')::integer $$;

ALTER TABLE ins.brokers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY broker ON ins.brokers USING (id = (SELECT ins.broker()));
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['agencies', 'clients', 'policies', 'damages'] LOOP
    EXECUTE format('ALTER TABLE ins.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY broker ON ins.%I AS PERMISSIVE USING (broker_id = (SELECT ins.broker()))',
      name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ins.%I TO hf_insurance_app', name);
  END LOOP;
  -- Whoever works for an agency sees its clients only.
  FOREACH name IN ARRAY ARRAY['agencies', 'clients', 'policies'] LOOP
    EXECUTE format('CREATE POLICY agency ON ins.%I AS RESTRICTIVE
      USING ((SELECT ins.agency()) IS NULL OR agency_no = (SELECT ins.agency()))', name);
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA ins TO hf_insurance_app;
GRANT SELECT ON ins.products, ins.brokers TO hf_insurance_app;
GRANT UPDATE (name) ON ins.brokers TO hf_insurance_app;
