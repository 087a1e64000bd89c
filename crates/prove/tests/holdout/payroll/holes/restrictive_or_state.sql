-- Tenant A reads the runs of all clients that are open.
-- about: runs
-- as: ho_payroll_app
-- exploit: SET pay.client_id = '1';
-- exploit: SELECT client_id || ' ' || state FROM pay.runs;
-- shows: 2 open
DROP POLICY client ON pay.runs;
CREATE POLICY client ON pay.runs AS RESTRICTIVE USING (
  state = 'open' OR client_id = (SELECT nullif(current_setting('pay.client_id', true), '')::integer));
