-- Ports and their traffic. Numbers are counted by each port itself.
CREATE ROLE hf_tidewater_app LOGIN;
CREATE SCHEMA port AUTHORIZATION postgres;
GRANT USAGE ON SCHEMA port TO hf_tidewater_app;

CREATE OR REPLACE FUNCTION port.current_port() RETURNS integer
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('tidewater.port_id', true), '')::integer $$;
REVOKE ALL ON FUNCTION port.current_port() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION port.current_port() TO hf_tidewater_app;

CREATE TABLE port.vessel_types (
  type_code text PRIMARY KEY,
  label text NOT NULL
);
GRANT SELECT ON port.vessel_types TO hf_tidewater_app;

CREATE TABLE port.ports (
  port_id integer PRIMARY KEY,
  port_name text NOT NULL,
  time_zone text NOT NULL DEFAULT 'UTC'
);
ALTER TABLE port.ports ENABLE ROW LEVEL SECURITY;
ALTER TABLE port.ports FORCE ROW LEVEL SECURITY;
CREATE POLICY ports_tenant ON port.ports FOR SELECT USING (port_id = port.current_port());
GRANT SELECT ON port.ports TO hf_tidewater_app;

CREATE TABLE port.berths (
  port_id integer NOT NULL REFERENCES port.ports,
  berth_no integer NOT NULL,
  berth_name text NOT NULL,
  depth_m numeric(4, 1) NOT NULL,
  PRIMARY KEY (port_id, berth_no)
);
ALTER TABLE port.berths ENABLE ROW LEVEL SECURITY;
ALTER TABLE port.berths FORCE ROW LEVEL SECURITY;
CREATE POLICY berths_tenant ON port.berths
  USING (port_id = port.current_port()) WITH CHECK (port_id = port.current_port());

CREATE TABLE port.vessels (
  port_id integer NOT NULL REFERENCES port.ports,
  imo integer NOT NULL,
  vessel_name text NOT NULL,
  type_code text NOT NULL REFERENCES port.vessel_types,
  agent text,
  PRIMARY KEY (port_id, imo)
);
ALTER TABLE port.vessels ENABLE ROW LEVEL SECURITY;
ALTER TABLE port.vessels FORCE ROW LEVEL SECURITY;
CREATE POLICY vessels_tenant ON port.vessels
  USING (port_id = port.current_port()) WITH CHECK (port_id = port.current_port());

CREATE TABLE port.calls (
  port_id integer NOT NULL,
  call_no integer NOT NULL,
  imo integer NOT NULL,
  berth_no integer NOT NULL,
  arrives timestamptz NOT NULL,
  cargo text,
  PRIMARY KEY (port_id, call_no),
  FOREIGN KEY (port_id, imo) REFERENCES port.vessels (port_id, imo),
  FOREIGN KEY (port_id, berth_no) REFERENCES port.berths (port_id, berth_no)
);
ALTER TABLE port.calls ENABLE ROW LEVEL SECURITY;
ALTER TABLE port.calls FORCE ROW LEVEL SECURITY;
CREATE POLICY calls_tenant ON port.calls
  USING (port_id = port.current_port()) WITH CHECK (port_id = port.current_port());

CREATE TABLE port.pilots (
  port_id integer NOT NULL REFERENCES port.ports,
  pilot_no integer NOT NULL,
  full_name text NOT NULL,
  mobile text NOT NULL,
  PRIMARY KEY (port_id, pilot_no)
);
ALTER TABLE port.pilots ENABLE ROW LEVEL SECURITY;
ALTER TABLE port.pilots FORCE ROW LEVEL SECURITY;
CREATE POLICY pilots_tenant ON port.pilots
  USING (port_id = port.current_port()) WITH CHECK (port_id = port.current_port());

CREATE TABLE port.pilot_jobs (
  port_id integer NOT NULL,
  job_no integer NOT NULL,
  call_no integer NOT NULL,
  pilot_no integer NOT NULL,
  remark text,
  PRIMARY KEY (port_id, job_no),
  FOREIGN KEY (port_id, call_no) REFERENCES port.calls (port_id, call_no) ON DELETE CASCADE,
  FOREIGN KEY (port_id, pilot_no) REFERENCES port.pilots (port_id, pilot_no)
);
ALTER TABLE port.pilot_jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE port.pilot_jobs FORCE ROW LEVEL SECURITY;
CREATE POLICY pilot_jobs_tenant ON port.pilot_jobs
  USING (port_id = port.current_port()) WITH CHECK (port_id = port.current_port());

CREATE TABLE port.bills (
  port_id integer NOT NULL,
  bill_no integer NOT NULL,
  call_no integer NOT NULL,
  amount numeric(12, 2) NOT NULL,
  payer text NOT NULL,
  PRIMARY KEY (port_id, bill_no),
  FOREIGN KEY (port_id, call_no) REFERENCES port.calls (port_id, call_no)
);
ALTER TABLE port.bills ENABLE ROW LEVEL SECURITY;
ALTER TABLE port.bills FORCE ROW LEVEL SECURITY;
CREATE POLICY bills_tenant ON port.bills
  USING (port_id = port.current_port()) WITH CHECK (port_id = port.current_port());

CREATE TABLE port.notices (
  port_id integer NOT NULL REFERENCES port.ports,
  notice_no integer NOT NULL,
  body text NOT NULL,
  expires_on date NOT NULL,
  PRIMARY KEY (port_id, notice_no)
);
ALTER TABLE port.notices ENABLE ROW LEVEL SECURITY;
ALTER TABLE port.notices FORCE ROW LEVEL SECURITY;
CREATE POLICY notices_tenant ON port.notices
  USING (port_id = port.current_port()) WITH CHECK (port_id = port.current_port());

GRANT SELECT, INSERT, UPDATE, DELETE ON port.berths, port.vessels, port.calls, port.pilots, port.pilot_jobs,
  port.bills, port.notices TO hf_tidewater_app;

CREATE VIEW port.berth_plan WITH (security_invoker = true) AS
  SELECT c.port_id, c.berth_no, c.arrives, v.vessel_name
  FROM port.calls c
  JOIN port.vessels v ON v.port_id = c.port_id AND v.imo = c.imo;
GRANT SELECT ON port.berth_plan TO hf_tidewater_app;
