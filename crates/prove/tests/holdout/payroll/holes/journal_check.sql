-- Tenant A forges journal entries of other clients: inserting is open to triggers, and so to all.
-- about: journal
-- as: ho_payroll_app
-- exploit: SET pay.client_id = '1';
-- exploit: INSERT INTO pay.journal VALUES (2, DEFAULT, '{}');
-- shows: INSERT 0 1
DROP POLICY client ON pay.journal;
CREATE POLICY client ON pay.journal AS RESTRICTIVE
  USING (client_id = (SELECT nullif(current_setting('pay.client_id', true), '')::integer)) WITH CHECK (true);
