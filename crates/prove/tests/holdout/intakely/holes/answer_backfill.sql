-- Row level security was switched off for the backfill and never on again: all answers are open.
-- about: Answer
-- as: hf_intakely_app
-- exploit: SET app.clinic_id = 'cln_river';
-- exploit: SELECT "value" FROM "Answer";
-- shows: Road-secret allergy
ALTER TABLE "Answer" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "Answer" ADD COLUMN "normalized" text;
UPDATE "Answer" SET "normalized" = lower(trim("value"));
