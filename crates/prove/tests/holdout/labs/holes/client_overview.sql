-- The new view uses the caller's rights, but the helper view below it is open and carries the owner's rights.
-- about: client_overview, client_totals, clients, samples
-- as: hf_labs_app
-- exploit: SET labs.lab_id = '1';
-- exploit: SELECT name FROM api.client_overview;
-- shows: Road-secret client
SET ROLE hf_labs_owner;
CREATE VIEW api.client_totals AS
  SELECT c.lab_id, c.code, c.name, count(s.barcode) AS samples
  FROM store.clients c
  LEFT JOIN store.samples s ON s.lab_id = c.lab_id AND s.client = c.code
  GROUP BY c.lab_id, c.code, c.name;
CREATE VIEW api.client_overview WITH (security_invoker = true, security_barrier = true) AS
  SELECT code, name, samples FROM api.client_totals WHERE samples > 0;
GRANT SELECT ON api.client_totals, api.client_overview TO hf_labs_app;
RESET ROLE;
