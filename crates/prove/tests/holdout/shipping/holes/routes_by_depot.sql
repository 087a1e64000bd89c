-- Depots are numbered within a shipper, and the policy asks for the number only: depot 7 sees every depot 7.
-- about: routes
-- as: hf_shipping_app
-- exploit: SET ship.shipper_id = '4';
-- exploit: SET ship.depot_no = '7';
-- exploit: SELECT streets FROM ship.routes;
-- shows: Road-secret alley
-- Routes are planned in the depot; without a depot in the session there is nothing to plan.
DROP POLICY sel ON ship.routes;
CREATE POLICY sel ON ship.routes FOR SELECT
  USING (depot_no = NULLIF(current_setting('ship.depot_no', true), '')::smallint);
