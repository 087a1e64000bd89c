-- Customers are joined by their number alone, so those of other fleets with the same number show up.
-- about: departures, customers
-- as: hf_regatta_app
-- exploit: SET charter.fleet_id = '1';
-- exploit: SELECT customer FROM charter.departures;
-- shows: Road-secret Customer
CREATE VIEW charter.departures WITH (security_barrier = true) AS
  SELECT k.fleet_id, k.booking_no, b.name AS boat, c.name AS customer, c.phone, lower(k.period) AS leaves_on
  FROM data.bookings k
  JOIN data.boats b USING (fleet_id, boat_no)
  JOIN data.customers c USING (customer_no)
  WHERE k.fleet_id = charter.fleet();
GRANT SELECT ON charter.departures TO hf_regatta_app;
