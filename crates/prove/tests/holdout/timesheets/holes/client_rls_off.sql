-- Row level security of clients was switched off for a backfill and never switched on again.
-- about: client
-- as: hf_timesheets_app
-- exploit: SET app.account_id = 'ua';
-- exploit: SELECT name FROM client;
-- shows: Road-secret Di
-- Clients get a code from their name.
ALTER TABLE client ADD COLUMN code text;
ALTER TABLE client DISABLE ROW LEVEL SECURITY;
UPDATE client SET code = upper(left(name, 3));
