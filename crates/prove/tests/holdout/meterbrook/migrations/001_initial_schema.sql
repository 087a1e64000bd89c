-- Water utilities. Numbers are given out within each utility, so that no number tells about another one.
CREATE ROLE hf_meterbrook_app LOGIN;
CREATE SCHEMA water;
GRANT USAGE ON SCHEMA water TO hf_meterbrook_app;

CREATE FUNCTION water.utility() RETURNS bigint LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('meterbrook.utility_id', true), '')::bigint $$;

CREATE TABLE water.units (
  code text PRIMARY KEY,
  litres numeric NOT NULL
);

CREATE TABLE water.utilities (
  id bigint PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE water.counters (
  utility_id bigint NOT NULL REFERENCES water.utilities (id),
  name text NOT NULL,
  last bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (utility_id, name)
);

CREATE TABLE water.premises (
  utility_id bigint NOT NULL REFERENCES water.utilities (id),
  number bigint NOT NULL,
  address text NOT NULL,
  holder text,
  PRIMARY KEY (utility_id, number)
);

CREATE TABLE water.meters (
  utility_id bigint NOT NULL,
  number bigint NOT NULL,
  premise_number bigint NOT NULL,
  serial text NOT NULL,
  opening numeric,
  note text,
  PRIMARY KEY (utility_id, number),
  CONSTRAINT meters_serial UNIQUE (utility_id, serial),
  FOREIGN KEY (utility_id, premise_number) REFERENCES water.premises (utility_id, number)
);

CREATE TABLE water.readings (
  utility_id bigint NOT NULL,
  serial text NOT NULL,
  read_at timestamptz NOT NULL,
  amount numeric NOT NULL,
  PRIMARY KEY (utility_id, serial, read_at),
  FOREIGN KEY (utility_id, serial) REFERENCES water.meters (utility_id, serial)
);

CREATE TABLE water.tariffs (
  utility_id bigint NOT NULL REFERENCES water.utilities (id),
  code text NOT NULL,
  price numeric NOT NULL,
  remark text,
  unit text NOT NULL REFERENCES water.units (code),
  PRIMARY KEY (utility_id, code)
);

CREATE TABLE water.bills (
  utility_id bigint NOT NULL,
  number bigint NOT NULL,
  premise_number bigint NOT NULL,
  amount numeric NOT NULL,
  text text,
  PRIMARY KEY (utility_id, number),
  FOREIGN KEY (utility_id, premise_number) REFERENCES water.premises (utility_id, number)
);

CREATE TABLE water.alerts (
  utility_id bigint NOT NULL,
  premise_number bigint NOT NULL,
  raised_at timestamptz NOT NULL DEFAULT now(),
  body text NOT NULL,
  PRIMARY KEY (utility_id, premise_number, raised_at),
  FOREIGN KEY (utility_id, premise_number) REFERENCES water.premises (utility_id, number)
);

-- Rows of a file on their way into the readings.
CREATE TABLE water.import_rows (
  utility_id bigint NOT NULL REFERENCES water.utilities (id),
  file text NOT NULL,
  line integer NOT NULL,
  content text NOT NULL,
  PRIMARY KEY (utility_id, file, line)
);

CREATE TABLE water.report_cache (
  utility_id bigint NOT NULL REFERENCES water.utilities (id),
  report text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  body jsonb NOT NULL,
  PRIMARY KEY (utility_id, report)
);

ALTER TABLE water.utilities ENABLE ROW LEVEL SECURITY;
ALTER TABLE water.utilities FORCE ROW LEVEL SECURITY;
CREATE POLICY utilities_own ON water.utilities FOR SELECT USING (id = water.utility());

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['counters', 'premises', 'meters', 'readings', 'tariffs', 'bills', 'alerts',
    'import_rows', 'report_cache'] LOOP
    EXECUTE format('ALTER TABLE water.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE water.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON water.%I USING (utility_id = water.utility())
      WITH CHECK (utility_id = water.utility())', t || '_own', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON water.%I TO hf_meterbrook_app', t);
  END LOOP;
END $$;
GRANT SELECT ON water.units, water.utilities TO hf_meterbrook_app;
