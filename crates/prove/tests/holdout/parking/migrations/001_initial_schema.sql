CREATE ROLE hf_parking_app LOGIN;
CREATE ROLE hf_parking_finance NOLOGIN;

CREATE SCHEMA park;
GRANT USAGE ON SCHEMA park TO hf_parking_app;

-- Both settings last for one transaction. Without an operator nothing is seen; the site is optional.
CREATE FUNCTION park.operator() RETURNS integer
LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('park.operator', true), '')::integer
$$;
CREATE FUNCTION park.site() RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('park.site', true), '')
$$;

CREATE TABLE park.vehicle_classes (
  code text PRIMARY KEY,
  label text NOT NULL
);
GRANT SELECT ON park.vehicle_classes TO hf_parking_app;

CREATE TABLE park.operators (
  id integer PRIMARY KEY,
  name text NOT NULL
);
ALTER TABLE park.operators ENABLE ROW LEVEL SECURITY;
ALTER TABLE park.operators FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_rows ON park.operators USING (id = park.operator());
GRANT SELECT ON park.operators TO hf_parking_app;

-- The code of a site is its operator's own choice: P1, P2 and so on.
CREATE TABLE park.sites (
  operator_id integer NOT NULL REFERENCES park.operators (id),
  site_code text NOT NULL,
  address text NOT NULL,
  spaces integer NOT NULL,
  PRIMARY KEY (operator_id, site_code)
);
ALTER TABLE park.sites ENABLE ROW LEVEL SECURITY;
ALTER TABLE park.sites FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_rows ON park.sites USING (operator_id = park.operator());
CREATE POLICY site_rows ON park.sites AS RESTRICTIVE
  USING (park.site() IS NULL OR site_code = park.site());
GRANT SELECT, INSERT, UPDATE ON park.sites TO hf_parking_app;

CREATE TABLE park.permits (
  operator_id integer NOT NULL,
  site_code text NOT NULL,
  plate text NOT NULL,
  holder text NOT NULL,
  valid daterange NOT NULL,
  PRIMARY KEY (operator_id, site_code, plate),
  FOREIGN KEY (operator_id, site_code) REFERENCES park.sites (operator_id, site_code)
);
ALTER TABLE park.permits ENABLE ROW LEVEL SECURITY;
ALTER TABLE park.permits FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_rows ON park.permits USING (operator_id = park.operator());
CREATE POLICY site_rows ON park.permits AS RESTRICTIVE
  USING (park.site() IS NULL OR site_code = park.site());
GRANT SELECT, INSERT, UPDATE, DELETE ON park.permits TO hf_parking_app;

CREATE TABLE park.stays (
  operator_id integer NOT NULL,
  site_code text NOT NULL,
  plate text NOT NULL,
  entered_at timestamptz NOT NULL,
  left_at timestamptz,
  PRIMARY KEY (operator_id, site_code, plate, entered_at),
  FOREIGN KEY (operator_id, site_code) REFERENCES park.sites (operator_id, site_code)
) PARTITION BY RANGE (entered_at);
ALTER TABLE park.stays ENABLE ROW LEVEL SECURITY;
ALTER TABLE park.stays FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_rows ON park.stays USING (operator_id = park.operator());
CREATE POLICY site_rows ON park.stays AS RESTRICTIVE
  USING (park.site() IS NULL OR site_code = park.site());
GRANT SELECT, INSERT, UPDATE, DELETE ON park.stays TO hf_parking_app;
CREATE TABLE park.stays_2030 PARTITION OF park.stays FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
CREATE TABLE park.stays_rest PARTITION OF park.stays DEFAULT;

CREATE TABLE park.fines (
  operator_id integer NOT NULL,
  site_code text NOT NULL,
  fine_no integer NOT NULL,
  plate text NOT NULL,
  amount numeric(8,2) NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'paid', 'waived')),
  evidence text,
  PRIMARY KEY (operator_id, site_code, fine_no),
  FOREIGN KEY (operator_id, site_code) REFERENCES park.sites (operator_id, site_code)
);
ALTER TABLE park.fines ENABLE ROW LEVEL SECURITY;
ALTER TABLE park.fines FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_rows ON park.fines USING (operator_id = park.operator());
CREATE POLICY site_rows ON park.fines AS RESTRICTIVE
  USING (park.site() IS NULL OR site_code = park.site());
GRANT SELECT, INSERT, UPDATE, DELETE ON park.fines TO hf_parking_app;

CREATE TABLE park.accounts (
  operator_id integer NOT NULL REFERENCES park.operators (id),
  plate text NOT NULL,
  owner_name text NOT NULL,
  balance numeric(10,2) NOT NULL DEFAULT 0,
  PRIMARY KEY (operator_id, plate)
);
ALTER TABLE park.accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE park.accounts FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_rows ON park.accounts USING (operator_id = park.operator());
GRANT SELECT, INSERT, UPDATE, DELETE ON park.accounts TO hf_parking_app;

CREATE TABLE park.tariffs (
  operator_id integer NOT NULL REFERENCES park.operators (id),
  code text NOT NULL,
  class_code text REFERENCES park.vehicle_classes (code),
  per_hour numeric(6,2) NOT NULL,
  PRIMARY KEY (operator_id, code)
);
ALTER TABLE park.tariffs ENABLE ROW LEVEL SECURITY;
ALTER TABLE park.tariffs FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_rows ON park.tariffs USING (operator_id = park.operator());
GRANT SELECT, INSERT, UPDATE, DELETE ON park.tariffs TO hf_parking_app;

CREATE TABLE park.barriers (
  operator_id integer NOT NULL,
  site_code text NOT NULL,
  name text NOT NULL,
  secret text NOT NULL,
  PRIMARY KEY (operator_id, site_code, name),
  FOREIGN KEY (operator_id, site_code) REFERENCES park.sites (operator_id, site_code) ON DELETE CASCADE
);
ALTER TABLE park.barriers ENABLE ROW LEVEL SECURITY;
ALTER TABLE park.barriers FORCE ROW LEVEL SECURITY;
CREATE POLICY operator_rows ON park.barriers USING (operator_id = park.operator());
CREATE POLICY site_rows ON park.barriers AS RESTRICTIVE
  USING (park.site() IS NULL OR site_code = park.site());
GRANT SELECT, INSERT, DELETE ON park.barriers TO hf_parking_app;
