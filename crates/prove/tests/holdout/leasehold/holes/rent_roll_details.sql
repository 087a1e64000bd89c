-- The dashboard's invoker view was moved onto a new inner view that reads with its owner's rights.
-- about: estate_rent_roll, rent_lines, estate_unit
-- as: hf_leasehold_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","aal":"aal1"}';
-- exploit: SELECT cents FROM estate_rent_roll;
-- shows: 98765
CREATE VIEW rent_lines AS
  SELECT u.agency_id, u.building_id, u.rent_cents FROM estate_unit u WHERE u.rent_cents > 0;
CREATE OR REPLACE VIEW estate_rent_roll WITH (security_invoker = true) AS
  SELECT agency_id, building_id, sum(rent_cents) AS cents FROM rent_lines GROUP BY agency_id, building_id;
GRANT SELECT ON rent_lines TO hf_leasehold_app;
