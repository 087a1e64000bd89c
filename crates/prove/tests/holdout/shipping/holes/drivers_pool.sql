-- An empty setting, as a pool leaves it behind, counts as every shipper.
-- about: drivers
-- as: hf_shipping_app
-- exploit: SET ship.shipper_id = '';
-- exploit: SELECT name, phone FROM ship.drivers;
-- shows: Road-secret driver
-- The health check of the dispatch screen runs before the shipper is known.
DROP POLICY sel ON ship.drivers;
CREATE POLICY sel ON ship.drivers FOR SELECT
  USING (current_setting('ship.shipper_id', true) IN (shipper_id::text, ''));
