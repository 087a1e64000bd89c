-- The subquery in the view finds the stay by chain, hotel and room.
CREATE VIEW api.room_state WITH (security_barrier = true) AS
  SELECT r.hotel_code, r.room_no,
         (SELECT string_agg(g.full_name, ', ')
            FROM data.stays s JOIN data.guests g USING (chain_id, guest_no)
           WHERE s.chain_id = r.chain_id AND s.hotel_code = r.hotel_code AND s.room_no = r.room_no
             AND s.status <> 'out') AS guests
    FROM data.rooms r
   WHERE r.chain_id = api.chain();
GRANT SELECT ON api.room_state TO hf_hotels_app;
