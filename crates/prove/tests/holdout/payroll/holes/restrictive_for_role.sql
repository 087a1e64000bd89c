-- Tenant A reads all people: the restrictive policy binds another role only.
-- about: people
-- as: ho_payroll_app
-- exploit: SET pay.client_id = '1';
-- exploit: SELECT name FROM pay.people;
-- shows: pb-secret
CREATE ROLE ho_payroll_batch NOLOGIN;
DROP POLICY client ON pay.people;
CREATE POLICY client ON pay.people AS RESTRICTIVE TO ho_payroll_batch
  USING (client_id = (SELECT nullif(current_setting('pay.client_id', true), '')::integer));
