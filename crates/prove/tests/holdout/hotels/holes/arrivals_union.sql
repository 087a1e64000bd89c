-- The second arm of the union has no filter, so the waiting guests of all chains are listed.
-- about: arrivals
-- as: hf_hotels_app
-- exploit: SET hotels.chain = 'cccccccc-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM api.arrivals;
-- shows: Road-secret waiter
CREATE VIEW api.arrivals WITH (security_barrier = true) AS
  SELECT s.hotel_code, g.full_name, 'booked' AS kind
    FROM data.stays s JOIN data.guests g ON g.chain_id = s.chain_id AND g.guest_no = s.guest_no
   WHERE s.chain_id = api.chain() AND s.status = 'booked'
  UNION ALL
  SELECT w.hotel_code, w.guest_name, 'waiting' FROM data.waiting w
   WHERE w.hotel_code IN (SELECT code FROM data.hotels WHERE chain_id = api.chain());
GRANT SELECT ON api.arrivals TO hf_hotels_app;
