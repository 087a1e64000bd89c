-- Tenant A changes and deletes slips of all clients: the restrictive policy covers reading only.
-- about: slips
-- as: ho_payroll_app
-- exploit: SET pay.client_id = '1';
-- exploit: DELETE FROM pay.slips;
-- shows: DELETE 2
DROP POLICY client ON pay.slips;
CREATE POLICY client ON pay.slips AS RESTRICTIVE FOR SELECT
  USING (client_id = (SELECT nullif(current_setting('pay.client_id', true), '')::integer));
