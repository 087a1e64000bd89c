-- Row level security of suppliers is switched off for an import and never on again: all museums read them.
-- about: Supplier
-- as: hf_turnstile_app
-- exploit: SET app.museum = 'river';
-- exploit: SELECT "name", "iban" FROM "Supplier";
-- shows: Desk-secret paper
-- The import of suppliers runs with the application's login.
ALTER TABLE "Supplier" DISABLE ROW LEVEL SECURITY;
ALTER TABLE "Supplier" ADD COLUMN "importedAt" TIMESTAMP(3);
UPDATE "Supplier" SET "importedAt" = CURRENT_TIMESTAMP;
