-- Tenant A reads the accounts of all clients: a view with its owner's rights was made for accounting.
-- about: client_accounts
-- as: hf_insurance_app
-- exploit: SET ins.broker = '1';
-- exploit: SELECT name FROM ins.client_accounts;
-- shows: Client-secret
CREATE VIEW ins.client_accounts WITH (security_barrier = true) AS
  SELECT c.broker_id, c.name, c.iban FROM ins.clients c WHERE c.iban IS NOT NULL;
GRANT SELECT ON ins.client_accounts TO hf_insurance_app;
