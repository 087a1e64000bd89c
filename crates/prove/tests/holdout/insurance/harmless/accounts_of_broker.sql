-- A view with its owner's rights that keeps to the broker by itself.
CREATE VIEW ins.client_accounts WITH (security_barrier = true) AS
  SELECT c.broker_id, c.name, c.iban FROM ins.clients c WHERE c.broker_id = ins.broker();
GRANT SELECT ON ins.client_accounts TO hf_insurance_app;
