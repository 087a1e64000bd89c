-- Whoever tries codes of parcels learns the names and streets of other shippers' customers.
-- about: track
-- as: hf_shipping_app
-- exploit: SET ship.shipper_id = '4';
-- exploit: SELECT * FROM ship.track('PB200');
-- shows: Road-secret customer
-- The tracking page knows nothing but the code that the customer types in.
CREATE FUNCTION ship.track(code text) RETURNS TABLE (recipient text, street text, last_place text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT c.name, c.street, s.place
  FROM ship.parcels p
  JOIN ship.customers c ON c.shipper_id = p.shipper_id AND c.customer_no = p.customer_no
  LEFT JOIN LATERAL (SELECT place FROM ship.scans x
    WHERE x.shipper_id = p.shipper_id AND x.parcel_code = p.parcel_code
    ORDER BY x.scanned_at DESC LIMIT 1) s ON true
  WHERE p.parcel_code = code
$$;
