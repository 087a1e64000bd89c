-- A second exclusion, for calendars: it begins with the account, so a conflict is with an own booking.
ALTER TABLE sched.bookings ADD CONSTRAINT bookings_calendar EXCLUDE USING gist
  (account WITH =, calendar WITH =, room WITH =, during WITH &&);
