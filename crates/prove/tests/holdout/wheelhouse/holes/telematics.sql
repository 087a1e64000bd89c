-- The buyer of a used car reads where the seller drove it, because the policy asks for the number alone.
-- about: TelematicsPoint, Vehicle
-- as: hf_wheelhouse_app
-- exploit: SET wheelhouse.lessor = 'road';
-- exploit: SELECT "place" FROM "TelematicsPoint";
-- shows: kept by road-east
-- CreateTable
CREATE TABLE "TelematicsPoint" (
  "lessorId" TEXT NOT NULL,
  "vin" TEXT NOT NULL,
  "at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "place" TEXT NOT NULL,
  PRIMARY KEY ("lessorId", "vin", "at"),
  FOREIGN KEY ("lessorId", "vin") REFERENCES "Vehicle" ("lessorId", "vin") ON DELETE CASCADE
);
-- EnableRowLevelSecurity: a point belongs to whoever has the vehicle.
ALTER TABLE "TelematicsPoint" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TelematicsPoint" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON "TelematicsPoint"
  USING (EXISTS (SELECT 1 FROM "Vehicle" v WHERE v."vin" = "TelematicsPoint"."vin"));
GRANT SELECT, INSERT ON "TelematicsPoint" TO hf_wheelhouse_app;
-- The first point is the yard.
CREATE FUNCTION first_point() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "TelematicsPoint" ("lessorId", "vin", "place")
  VALUES (NEW."lessorId", NEW."vin", 'kept by ' || NEW."lessorId");
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION first_point() FROM PUBLIC;
CREATE TRIGGER vehicle_first_point AFTER INSERT ON "Vehicle" FOR EACH ROW EXECUTE FUNCTION first_point();
