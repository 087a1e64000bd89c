-- The form's view has the rights of the session: what is written must pass the policies of the table.
CREATE VIEW ship.parcel_form WITH (security_invoker = true) AS
  SELECT shipper_id, parcel_code, depot_no, customer_no, service, remarks
  FROM ship.parcels
  WHERE ship.visible(shipper_id, depot_no)
  WITH CASCADED CHECK OPTION;
GRANT SELECT, INSERT, UPDATE ON ship.parcel_form TO hf_shipping_app;
