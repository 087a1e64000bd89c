-- Tenant A reads all campaigns: the view was rewritten for a join and lost its WHERE.
-- about: app.campaigns
-- as: ho_agency_app
-- exploit: SET agency.id = '1';
-- exploit: SELECT title FROM app.campaigns;
-- shows: kb-secret
CREATE OR REPLACE VIEW app.campaigns WITH (security_barrier = true) AS
  SELECT k.agency_id, k.id, k.client_id, k.title FROM core.campaigns k JOIN core.clients c ON c.id =
    k.client_id;
