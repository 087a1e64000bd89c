-- Row level security is switched off for a backfill and on again in the same migration.
ALTER TABLE client ADD COLUMN code text;
ALTER TABLE client DISABLE ROW LEVEL SECURITY;
UPDATE client SET code = upper(left(name, 3));
ALTER TABLE client ENABLE ROW LEVEL SECURITY;
