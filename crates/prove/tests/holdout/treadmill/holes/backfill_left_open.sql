-- Row level security is switched off for a backfill and never switched on again.
-- about: members
-- as: hf_treadmill_app
-- exploit: SET app.gym_id = '1';
-- exploit: SELECT phone FROM members;
-- shows: 555-77
ALTER TABLE members ADD COLUMN phone_digits varchar;
ALTER TABLE members DISABLE ROW LEVEL SECURITY;
UPDATE members SET phone_digits = regexp_replace(phone, '\D', '', 'g');
CREATE INDEX members_phone_digits ON members (gym_id, phone_digits);
