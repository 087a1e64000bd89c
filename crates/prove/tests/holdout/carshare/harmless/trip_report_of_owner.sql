-- The view runs with its owner's rights, but this owner is held by forced row security: each club sees
-- its trips.
SET ROLE hf_carshare_owner;
CREATE VIEW share.trip_report AS
  SELECT t.started_at::date AS day, c.plate, t.km, t.goal
  FROM share.trips t
  JOIN share.cars c ON c.club_id = t.club_id AND c.car_id = t.car_id;
GRANT SELECT ON share.trip_report TO hf_carshare_report;
RESET ROLE;
