-- The view belongs to the superuser that ran the migration, whom no row security holds: the report
-- shows all clubs.
-- about: trip_report, trips, cars, members
-- as: hf_carshare_report
-- exploit: SET carshare.club = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT goal FROM share.trip_report;
-- shows: Road-secret goal
CREATE VIEW share.trip_report AS
  SELECT t.started_at::date AS day, c.plate, t.km, t.goal
  FROM share.trips t
  JOIN share.cars c ON c.club_id = t.club_id AND c.car_id = t.car_id;
GRANT SELECT ON share.trip_report TO hf_carshare_report;
