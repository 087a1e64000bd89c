-- A loan names a barrel by the winery's own column, which the policy checks, so only own barrels can
-- be named.
CREATE TABLE "BarrelLoan" (
  "wineryId" text NOT NULL,
  "id" text NOT NULL DEFAULT gen_random_uuid()::text,
  "borrower" text,
  "barrelNr" integer NOT NULL,
  CONSTRAINT "BarrelLoan_pkey" PRIMARY KEY ("wineryId", "id"),
  CONSTRAINT "BarrelLoan_barrel_fkey" FOREIGN KEY ("wineryId", "barrelNr")
    REFERENCES "Barrel" ("wineryId", "nr")
);
ALTER TABLE "BarrelLoan" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "BarrelLoan" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "BarrelLoan"
  USING ("wineryId" = NULLIF(current_setting('app.winery_id', TRUE), ''));
GRANT SELECT, INSERT, DELETE ON "BarrelLoan" TO hf_winery_app;
