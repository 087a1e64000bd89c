-- GRANT ALL contains TRUNCATE, which no row policy stops: one gym empties the tables of all.
-- about: TRUNCATE, payments, check_ins, members, bookings, group_classes, staff, plans, counters
-- as: hf_treadmill_app
-- exploit: SET app.gym_id = '1';
-- exploit: TRUNCATE payments;
-- shows: TRUNCATE TABLE
-- New tables kept missing their grants.
GRANT ALL ON ALL TABLES IN SCHEMA public TO hf_treadmill_app;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON gyms, muscle_groups FROM hf_treadmill_app;
