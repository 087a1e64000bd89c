-- harmless: both halves of the union have the filter.
CREATE VIEW charter.calendar WITH (security_barrier = true) AS
  SELECT fleet_id, boat_no, period, 'booking ' || booking_no AS what
  FROM data.bookings WHERE fleet_id = charter.fleet()
  UNION ALL
  SELECT fleet_id, boat_no, period, 'repair: ' || defect FROM data.repairs WHERE fleet_id = charter.fleet();
GRANT SELECT ON charter.calendar TO hf_regatta_app;
