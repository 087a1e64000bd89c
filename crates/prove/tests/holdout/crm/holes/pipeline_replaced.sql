-- Tenant A reads the sums of all tenants: the view was replaced and lost security_invoker.
-- about: pipeline
-- as: ho_crm_app
-- exploit: SET app.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT amount FROM pipeline;
-- shows: 4711
DROP VIEW pipeline;
CREATE VIEW pipeline AS
  SELECT tenant_id, stage, count(*) AS deals, sum(amount) AS amount, min(amount) AS smallest
  FROM deals GROUP BY tenant_id, stage;
GRANT SELECT ON pipeline TO ho_crm_app;
