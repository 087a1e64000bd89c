-- Tenant A hands its clients to agency B: the view lost its check option.
-- about: app.clients
-- as: ho_agency_app
-- exploit: SET agency.id = '1';
-- exploit: UPDATE app.clients SET agency_id = 2 WHERE name = 'lone client';
-- shows: UPDATE 1
CREATE OR REPLACE VIEW app.clients WITH (security_barrier = true) AS
  SELECT * FROM core.clients WHERE agency_id = app.agency();
