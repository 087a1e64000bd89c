-- Rooms may not be booked twice, and the constraint forgets the account: a conflict tells of another's
-- booking.
-- about: bookings_apart, bookings
-- as: hf_scheduler_app
-- exploit: SET sched.account = 'elm';
-- exploit: INSERT INTO sched.bookings VALUES ('elm', DEFAULT, 'main', 'hall', '[2026-06-01,2026-06-02)');
-- shows: conflicting key value
ALTER TABLE sched.bookings DROP CONSTRAINT bookings_apart;
ALTER TABLE sched.bookings ADD CONSTRAINT bookings_apart EXCLUDE USING gist (room WITH =, during WITH &&);
