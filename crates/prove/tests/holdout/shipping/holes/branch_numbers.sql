-- Shipper 4 reads the claims of 42, 43 and 401: the comparison of numbers takes a beginning for enough.
-- about: claims
-- as: hf_shipping_app
-- exploit: SET ship.shipper_id = '4';
-- exploit: SELECT story FROM ship.claims;
-- shows: Road-secret story
-- Branches of a shipper have its number with a digit more; the head office sees their claims.
DROP POLICY sel ON ship.claims;
CREATE POLICY sel ON ship.claims FOR SELECT
  USING (shipper_id::text LIKE NULLIF(current_setting('ship.shipper_id', true), '') || '%');
