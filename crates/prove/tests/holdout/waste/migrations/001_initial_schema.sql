-- Waste collection. Names are those of the ORM's models; each row belongs to a town.
CREATE ROLE hf_waste_app LOGIN;
CREATE ROLE hf_waste_stats NOLOGIN;

CREATE TYPE "PickupStatus" AS ENUM ('PLANNED', 'DONE', 'MISSED');
CREATE TABLE "WasteKind" ("id" TEXT PRIMARY KEY, "colour" TEXT NOT NULL);
CREATE TABLE "Town" (
  "townId" TEXT NOT NULL PRIMARY KEY CHECK ("townId" <> ''),
  "name" TEXT NOT NULL,
  "contact" TEXT
);
CREATE TABLE "Household" (
  "townId" TEXT NOT NULL REFERENCES "Town" ("townId"),
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "street" TEXT NOT NULL,
  "payer" TEXT,
  "createdAt" TIMESTAMPTZ NOT NULL DEFAULT now(),
  PRIMARY KEY ("townId", "id")
);
CREATE TABLE "Container" (
  "townId" TEXT NOT NULL,
  "tag" TEXT NOT NULL,
  "householdId" UUID NOT NULL,
  "kindId" TEXT NOT NULL REFERENCES "WasteKind" ("id"),
  PRIMARY KEY ("townId", "tag"),
  FOREIGN KEY ("townId", "householdId") REFERENCES "Household" ("townId", "id") ON DELETE CASCADE
);
CREATE TABLE "Route" (
  "townId" TEXT NOT NULL REFERENCES "Town" ("townId"),
  "code" TEXT NOT NULL,
  "driver" TEXT,
  PRIMARY KEY ("townId", "code")
);
CREATE TABLE "Pickup" (
  "townId" TEXT NOT NULL,
  "day" DATE NOT NULL,
  "routeCode" TEXT NOT NULL,
  "tag" TEXT NOT NULL,
  "status" "PickupStatus" NOT NULL DEFAULT 'PLANNED',
  "weightKg" NUMERIC(8, 2),
  "remark" TEXT,
  PRIMARY KEY ("townId", "day", "tag"),
  FOREIGN KEY ("townId", "routeCode") REFERENCES "Route" ("townId", "code"),
  FOREIGN KEY ("townId", "tag") REFERENCES "Container" ("townId", "tag") ON DELETE CASCADE
) PARTITION BY LIST ("townId");
CREATE TABLE "Pickup_rest" PARTITION OF "Pickup" DEFAULT;
CREATE TABLE "FeeNotice" (
  "townId" TEXT NOT NULL,
  "number" INTEGER NOT NULL,
  "householdId" UUID NOT NULL,
  "amount" NUMERIC(10, 2) NOT NULL,
  "paid" BOOLEAN NOT NULL DEFAULT false,
  PRIMARY KEY ("townId", "number"),
  FOREIGN KEY ("townId", "householdId") REFERENCES "Household" ("townId", "id") ON DELETE CASCADE
);
CREATE TABLE "Complaint" (
  "townId" TEXT NOT NULL REFERENCES "Town" ("townId"),
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "text" TEXT NOT NULL,
  "forwardedTo" TEXT,
  PRIMARY KEY ("townId", "id")
);
CREATE TABLE "Tariff" (
  "townId" TEXT NOT NULL REFERENCES "Town" ("townId"),
  "kindId" TEXT NOT NULL REFERENCES "WasteKind" ("id"),
  "price" NUMERIC(8, 2) NOT NULL,
  PRIMARY KEY ("townId", "kindId")
);
CREATE TABLE "Notice" (
  "townId" TEXT NOT NULL REFERENCES "Town" ("townId"),
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "title" TEXT NOT NULL,
  "payload" JSONB NOT NULL DEFAULT '{}',
  PRIMARY KEY ("townId", "id")
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Town', 'Household', 'Container', 'Route', 'Pickup', 'Pickup_rest', 'FeeNotice',
      'Complaint', 'Tariff', 'Notice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "townRows" ON %I TO hf_waste_app
      USING ("townId" = current_setting(''app.town_id'', true))
      WITH CHECK ("townId" = current_setting(''app.town_id'', true))', t);
  END LOOP;
END $$;
GRANT SELECT ON "WasteKind", "Town" TO hf_waste_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Household", "Container", "Route", "Pickup", "FeeNotice", "Complaint",
  "Tariff", "Notice" TO hf_waste_app;

CREATE VIEW "OpenFee" WITH (security_invoker = true) AS
  SELECT f."townId", f."number", h."payer", f."amount"
  FROM "FeeNotice" f JOIN "Household" h ON h."townId" = f."townId" AND h."id" = f."householdId"
  WHERE NOT f."paid";
GRANT SELECT ON "OpenFee" TO hf_waste_app;
CREATE MATERIALIZED VIEW "WeightByTown" AS
  SELECT "townId", date_trunc('month', "day") AS "month", sum("weightKg") AS "weight"
  FROM "Pickup" GROUP BY 1, 2;
CREATE VIEW "MyWeight" WITH (security_barrier = true) AS
  SELECT * FROM "WeightByTown" WHERE "townId" = current_setting('app.town_id', true);
GRANT SELECT ON "MyWeight" TO hf_waste_app;

-- Fee notices are numbered within their town; the key refuses the second of two sessions at once.
CREATE FUNCTION "numberFee"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(max(f."number"),
    0) + 1 INTO NEW."number" FROM "FeeNotice" f WHERE f."townId" = NEW."townId";
  RETURN NEW;
END $$;
CREATE TRIGGER "numberFee" BEFORE INSERT ON "FeeNotice" FOR EACH ROW EXECUTE FUNCTION "numberFee"();
