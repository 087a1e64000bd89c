-- CreateTable
CREATE ROLE hf_wheelhouse_app LOGIN;

CREATE TABLE "Lessor" (
  "slug" TEXT PRIMARY KEY CHECK ("slug" ~ '^[a-z-]+$'),
  "name" TEXT NOT NULL
);

CREATE TABLE "Customer" (
  "lessorId" TEXT NOT NULL REFERENCES "Lessor" ("slug"),
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "creditNote" TEXT,
  PRIMARY KEY ("lessorId", "id")
);

CREATE TABLE "Vehicle" (
  "lessorId" TEXT NOT NULL REFERENCES "Lessor" ("slug"),
  "vin" TEXT NOT NULL,
  "plate" TEXT NOT NULL,
  "model" TEXT NOT NULL,
  "bookValue" INTEGER NOT NULL,
  CONSTRAINT "Vehicle_pkey" PRIMARY KEY ("lessorId", "vin")
);

CREATE TABLE "Driver" (
  "lessorId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "customerId" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "licenceNo" TEXT NOT NULL,
  PRIMARY KEY ("lessorId", "id"),
  FOREIGN KEY ("lessorId", "customerId") REFERENCES "Customer" ("lessorId", "id") ON DELETE CASCADE
);

CREATE TABLE "Lease" (
  "lessorId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "customerId" TEXT NOT NULL,
  "vin" TEXT NOT NULL,
  "monthlyRate" INTEGER NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'ACTIVE',
  "terms" TEXT,
  PRIMARY KEY ("lessorId", "id"),
  FOREIGN KEY ("lessorId", "customerId") REFERENCES "Customer" ("lessorId", "id"),
  FOREIGN KEY ("lessorId", "vin") REFERENCES "Vehicle" ("lessorId", "vin")
);

CREATE TABLE "Fine" (
  "lessorId" TEXT NOT NULL,
  "reference" TEXT NOT NULL,
  "vin" TEXT NOT NULL,
  "amount" INTEGER NOT NULL,
  "reason" TEXT NOT NULL,
  PRIMARY KEY ("lessorId", "reference"),
  FOREIGN KEY ("lessorId", "vin") REFERENCES "Vehicle" ("lessorId", "vin")
);

CREATE TABLE "Invoice" (
  "lessorId" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "leaseId" TEXT NOT NULL,
  "total" INTEGER NOT NULL,
  "text" TEXT,
  PRIMARY KEY ("lessorId", "number"),
  FOREIGN KEY ("lessorId", "leaseId") REFERENCES "Lease" ("lessorId", "id")
);

CREATE TABLE "ServiceBooking" (
  "lessorId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "vin" TEXT NOT NULL,
  "garage" TEXT NOT NULL,
  "onDay" DATE NOT NULL,
  PRIMARY KEY ("lessorId", "id"),
  FOREIGN KEY ("lessorId", "vin") REFERENCES "Vehicle" ("lessorId", "vin")
);

CREATE TABLE "Document" (
  "lessorId" TEXT NOT NULL REFERENCES "Lessor" ("slug"),
  "path" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  PRIMARY KEY ("lessorId", "path"),
  CHECK ("path" LIKE "lessorId" || '/%')
);

CREATE FUNCTION current_lessor() RETURNS TEXT
LANGUAGE sql STABLE
AS $$ SELECT NULLIF(current_setting('wheelhouse.lessor', true), '') $$;
REVOKE ALL ON FUNCTION current_lessor() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION current_lessor() TO hf_wheelhouse_app;

-- EnableRowLevelSecurity
ALTER TABLE "Lessor" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Lessor" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "Lessor" FOR SELECT USING ("slug" = current_lessor());
GRANT SELECT ON "Lessor" TO hf_wheelhouse_app;

DO $$
DECLARE
  t TEXT;
BEGIN
  FOREACH t IN ARRAY ARRAY['Customer', 'Vehicle', 'Driver', 'Lease', 'Fine', 'Invoice', 'ServiceBooking',
                           'Document']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING ("lessorId" = current_lessor())'
                   ' WITH CHECK ("lessorId" = current_lessor())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO hf_wheelhouse_app', t);
  END LOOP;
END $$;
