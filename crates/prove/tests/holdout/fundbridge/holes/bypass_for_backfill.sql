-- The login of the application may pass by every policy; it was meant for one backfill and stayed.
-- about: hf_fundbridge_app, BYPASSRLS, grants, users, reports, payments, milestones, versions, notifications
-- as: hf_fundbridge_app
-- exploit: SET app.foundation_id = '1';
-- exploit: SELECT purpose FROM grants;
-- shows: Road-secret purpose
ALTER TABLE grants ADD COLUMN purpose_key varchar(255);
-- The backfill runs as the application, over all foundations.
ALTER ROLE hf_fundbridge_app BYPASSRLS;
UPDATE grants SET purpose_key = lower(purpose);
