-- Tenant A reads the deals of all tenants through a view that runs as its owner.
-- about: deal_board
-- as: ho_crm_app
-- exploit: SET app.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT title, company FROM deal_board;
-- shows: B-secret
CREATE VIEW deal_board AS
  SELECT d.id, d.title, d.amount, c.name AS company FROM deals d JOIN companies c USING (tenant_id)
  WHERE c.id = d.company_id;
GRANT SELECT ON deal_board TO ho_crm_app;
