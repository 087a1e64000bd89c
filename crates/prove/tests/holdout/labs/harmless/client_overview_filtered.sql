-- The inner view is a barrier and filters by the laboratory, so the outer one shows only the caller's
-- clients.
SET ROLE hf_labs_owner;
CREATE VIEW api.client_totals WITH (security_barrier = true) AS
  SELECT c.lab_id, c.code, c.name, count(s.barcode) AS samples
  FROM store.clients c
  LEFT JOIN store.samples s ON s.lab_id = c.lab_id AND s.client = c.code
  WHERE c.lab_id = api.lab()
  GROUP BY c.lab_id, c.code, c.name;
CREATE VIEW api.client_overview WITH (security_invoker = true, security_barrier = true) AS
  SELECT code, name, samples FROM api.client_totals WHERE samples > 0;
GRANT SELECT ON api.client_totals, api.client_overview TO hf_labs_app;
RESET ROLE;
