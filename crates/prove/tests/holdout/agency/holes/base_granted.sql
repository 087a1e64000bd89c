-- Tenant A reads the clicks of all agencies: an export needed the table itself.
-- about: clicks
-- as: ho_agency_app
-- exploit: SET agency.id = '1';
-- exploit: SELECT visitor FROM core.clicks;
-- shows: visitor-secret
GRANT USAGE ON SCHEMA core TO ho_agency_app;
GRANT SELECT ON core.clicks TO ho_agency_app;
