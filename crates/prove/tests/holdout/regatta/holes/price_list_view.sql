-- The view for the price list has no filter, so a fleet reads the rates of all others.
-- about: price_list, boats
-- as: hf_regatta_app
-- exploit: SET charter.fleet_id = '1';
-- exploit: SELECT name, day_rate FROM charter.price_list;
-- shows: Road-secret Boat
CREATE VIEW charter.price_list WITH (security_barrier = true) AS
  SELECT b.fleet_id, b.boat_no, b.name, h.name AS harbour, b.day_rate, b.day_rate * 6 AS week_rate
  FROM data.boats b LEFT JOIN data.harbours h ON h.code = b.harbour;
GRANT SELECT ON charter.price_list TO hf_regatta_app;
