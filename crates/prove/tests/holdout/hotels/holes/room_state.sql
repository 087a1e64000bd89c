-- The subquery in the view finds the stay by hotel and room but not by chain: the guest of another chain is
-- shown.
-- about: room_state
-- as: hf_hotels_app
-- exploit: SET hotels.chain = 'cccccccc-0000-4000-8000-000000000001';
-- exploit: SELECT * FROM api.room_state;
-- shows: Road-secret guest
CREATE VIEW api.room_state WITH (security_barrier = true) AS
  SELECT r.hotel_code, r.room_no,
         (SELECT string_agg(g.full_name, ', ')
            FROM data.stays s JOIN data.guests g USING (chain_id, guest_no)
           WHERE s.hotel_code = r.hotel_code AND s.room_no = r.room_no AND s.status <> 'out') AS guests
    FROM data.rooms r
   WHERE r.chain_id = api.chain();
GRANT SELECT ON api.room_state TO hf_hotels_app;
