-- Tenant A reads the corrections of all clients: the new table got the open policy and not the other.
-- about: corrections
-- as: ho_payroll_app
-- exploit: SET pay.client_id = '1';
-- exploit: SET pay.client_id = '2';
-- exploit: INSERT INTO pay.corrections VALUES (2, DEFAULT, 'reason-secret');
-- exploit: SET pay.client_id = '1';
-- exploit: SELECT reason FROM pay.corrections;
-- shows: reason-secret
CREATE TABLE pay.corrections (
  client_id integer NOT NULL REFERENCES pay.clients, id uuid DEFAULT gen_random_uuid(), reason text NOT NULL,
  PRIMARY KEY (client_id, id));
ALTER TABLE pay.corrections ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY open ON pay.corrections USING (true);
GRANT SELECT, INSERT ON pay.corrections TO ho_payroll_app;
