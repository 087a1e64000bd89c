-- Row security was switched off for a backfill and never on again.
-- about: Environment
-- as: hf_flags_app
-- exploit: SET app.current_org_id = 'org_hill';
-- exploit: SELECT "name" FROM "Environment";
-- shows: Road-secret production
-- Every environment gets a position.
ALTER TABLE "Environment" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "Environment" ADD COLUMN "position" integer;
UPDATE "Environment" SET "position" = 1;
ALTER TABLE "Environment" ALTER COLUMN "position" SET DEFAULT 1;
