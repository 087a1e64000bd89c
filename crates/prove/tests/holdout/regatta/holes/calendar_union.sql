-- The second half of the union has no filter, so the calendar shows the repairs of all fleets.
-- about: calendar, repairs
-- as: hf_regatta_app
-- exploit: SET charter.fleet_id = '1';
-- exploit: SELECT what FROM charter.calendar;
-- shows: Road-secret leak
CREATE VIEW charter.calendar WITH (security_barrier = true) AS
  SELECT fleet_id, boat_no, period, 'booking ' || booking_no AS what
  FROM data.bookings WHERE fleet_id = charter.fleet()
  UNION ALL
  SELECT fleet_id, boat_no, period, 'repair: ' || defect FROM data.repairs;
GRANT SELECT ON charter.calendar TO hf_regatta_app;
