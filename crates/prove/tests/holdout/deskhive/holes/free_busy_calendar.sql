-- All may see when rooms are taken, and only those columns: but of every space, not only of their own.
-- about: bookings, bookings_calendar
-- as: hf_deskhive_app
-- exploit: SET desk.space = 'hub';
-- exploit: SELECT space, room, during FROM desk.bookings;
-- shows: 2031-01-01
REVOKE SELECT ON desk.bookings FROM hf_deskhive_app;
GRANT SELECT (space, id, room, during) ON desk.bookings TO hf_deskhive_app;
CREATE POLICY bookings_calendar ON desk.bookings FOR SELECT USING (true);
