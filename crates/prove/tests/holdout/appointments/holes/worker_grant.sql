-- The application role is made a member of the worker role, whose policies let it read and write all
-- reminders and bookings.
-- about: hf_appointments_worker, Reminder, Booking, Reminder_worker, Booking_worker
-- as: hf_appointments_app
-- exploit: SET app.business_id = 'biz_alpha';
-- exploit: SELECT "text" FROM "Reminder";
-- shows: Road-secret reminder
-- The reminder job moved into the web process and needs its rights there.
GRANT hf_appointments_worker TO hf_appointments_app;
