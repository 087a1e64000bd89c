-- Any lessor reads all vehicles and rates, because the view runs with its owner's rights.
-- about: FleetOverview, Vehicle, Lease
-- as: hf_wheelhouse_app
-- exploit: SET wheelhouse.lessor = 'road';
-- exploit: SELECT "model", "terms" FROM "FleetOverview";
-- shows: East-secret terms
-- CreateView
CREATE VIEW "FleetOverview" AS
  SELECT v."lessorId", v."vin", v."plate", v."model", l."status", l."monthlyRate", l."terms"
  FROM "Vehicle" v
  LEFT JOIN "Lease" l ON l."lessorId" = v."lessorId" AND l."vin" = v."vin";
GRANT SELECT ON "FleetOverview" TO hf_wheelhouse_app;
