-- Harmless: row level security is off only while the column is filled, and on again at the end.
ALTER TABLE "Answer" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "Answer" ADD COLUMN "normalized" text;
UPDATE "Answer" SET "normalized" = lower(trim("value"));
ALTER TABLE "Answer" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Answer" FORCE ROW LEVEL SECURITY;
