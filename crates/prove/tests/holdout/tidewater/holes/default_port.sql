-- A connection without a port is taken for the first one, because the function falls back to a default.
-- about: current_port, berths, vessels, calls, pilots, pilot_jobs, bills, notices, ports
-- as: hf_tidewater_app
-- exploit: SELECT payer FROM port.bills;
-- shows: Road-secret Payer
-- Console scripts failed when nothing was set; the first port was the only one at that time.
CREATE OR REPLACE FUNCTION port.current_port() RETURNS integer
LANGUAGE sql STABLE
AS $$ SELECT COALESCE(NULLIF(current_setting('tidewater.port_id', true), '')::integer, 1) $$;
