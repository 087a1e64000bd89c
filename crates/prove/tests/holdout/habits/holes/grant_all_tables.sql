-- The grant on all tables holds TRUNCATE, which row security does not stop: everybody's jobs are gone.
-- about: reminders_job, TRUNCATE, rewards_voucher, challenges_entry, habits_checkin
-- as: hf_habits_app
-- exploit: SET app.organization_id = '11111111-1111-1111-1111-111111111111';
-- exploit: TRUNCATE reminders_job;
-- shows: TRUNCATE TABLE
-- The nightly reset of the demo failed for want of rights.
GRANT ALL ON ALL TABLES IN SCHEMA public TO hf_habits_app;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON habits_category, accounts_organization FROM hf_habits_app;
