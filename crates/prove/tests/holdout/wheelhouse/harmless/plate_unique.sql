-- Plates are unique for each lessor only.
CREATE UNIQUE INDEX "Vehicle_lessorId_plate_key" ON "Vehicle" ("lessorId", "plate");
