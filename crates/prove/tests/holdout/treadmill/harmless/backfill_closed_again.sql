-- harmless: row level security is off only inside the migration.
ALTER TABLE members ADD COLUMN phone_digits varchar;
ALTER TABLE members DISABLE ROW LEVEL SECURITY;
UPDATE members SET phone_digits = regexp_replace(phone, '\D', '', 'g');
ALTER TABLE members ENABLE ROW LEVEL SECURITY;
