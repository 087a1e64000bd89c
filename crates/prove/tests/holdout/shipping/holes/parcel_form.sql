-- The view shows the shipper's own parcels, but what is written through it is not checked.
-- about: parcel_form, parcels
-- as: hf_shipping_app
-- exploit: SET ship.shipper_id = '4';
-- exploit: INSERT INTO ship.parcel_form (shipper_id, parcel_code, depot_no, customer_no, service, remarks)
-- exploit: VALUES (42, 'PX1', 7, 1, 'slow', 'forged') ON CONFLICT DO NOTHING;
-- shows: INSERT 0 1
-- The form of the old desktop program writes to a view with the columns that it knows.
CREATE VIEW ship.parcel_form WITH (security_barrier = true) AS
  SELECT shipper_id, parcel_code, depot_no, customer_no, service, remarks
  FROM ship.parcels
  WHERE ship.visible(shipper_id, depot_no);
GRANT SELECT, INSERT, UPDATE ON ship.parcel_form TO hf_shipping_app;
