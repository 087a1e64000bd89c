-- Tenant A names a second operator in its session and reads its vehicles.
-- about: vehicles
-- as: ho_fleet_app
-- exploit: SET fleet.session = '{"operator": 1}';
-- exploit: SET fleet.session = '{"operator": 1, "partner": 2}';
-- exploit: SELECT plate FROM fleet.vehicles;
-- shows: VB-secret
CREATE POLICY partner ON fleet.vehicles FOR SELECT USING (
  operator = (nullif(current_setting('fleet.session', true), '')::json ->> 'partner')::integer);
