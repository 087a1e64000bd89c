-- The view was dropped and made again without security_invoker, so it has its owner's rights now.
-- about: day_sheets
-- as: hf_bookings_app
-- exploit: SET rls.venue_group_id = '11111111-1111-1111-1111-111111111111';
-- exploit: SELECT guest FROM day_sheets;
-- shows: Road-secret guest
-- The kitchen wants the number of seats too.
DROP VIEW day_sheets;
CREATE VIEW day_sheets AS
SELECT b.venue_group_id, r.venue_id, lower(b.during)::date AS day, r.name AS resource, r.seats,
  g.full_name AS guest
FROM bookings b
JOIN resources r ON r.venue_group_id = b.venue_group_id AND r.id = b.resource_id
LEFT JOIN guests g ON g.venue_group_id = b.venue_group_id AND g.id = b.guest_id
WHERE b.status <> 'cancelled';
GRANT SELECT ON day_sheets TO hf_bookings_app;
