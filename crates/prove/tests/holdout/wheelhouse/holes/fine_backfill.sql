-- Any lessor reads and changes all fines, because row security was switched off for a backfill and stayed so.
-- about: Fine
-- as: hf_wheelhouse_app
-- exploit: SET wheelhouse.lessor = 'road';
-- exploit: SELECT "reference", "reason" FROM "Fine";
-- shows: East-secret speeding
-- AlterTable
ALTER TABLE "Fine" ADD COLUMN "currency" TEXT;
ALTER TABLE "Fine" DISABLE ROW LEVEL SECURITY;
UPDATE "Fine" SET "currency" = 'EUR';
ALTER TABLE "Fine" ALTER COLUMN "currency" SET DEFAULT 'EUR';
