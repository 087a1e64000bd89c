-- The reporting login now skips all row policies, so a report of one gym reads them all.
-- about: hf_treadmill_report, members, payments, bookings, plans, group_classes
-- as: hf_treadmill_report
-- exploit: SET app.gym_id = '1';
-- exploit: SELECT name FROM members;
-- shows: Road-secret Member
-- The nightly report timed out on the policies.
ALTER ROLE hf_treadmill_report BYPASSRLS;
