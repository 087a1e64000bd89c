-- A lessor learns whether another has a certain plate, because plates are unique over all lessors.
-- about: Vehicle_plate_key, Vehicle, plate
-- as: hf_wheelhouse_app
-- exploit: SET wheelhouse.lessor = 'road';
-- exploit: INSERT INTO "Vehicle" VALUES ('road', 'VIN-9', 'RE 200', 'Van', 1);
-- shows: violates unique constraint "Vehicle_plate_key"
-- CreateIndex
CREATE UNIQUE INDEX "Vehicle_plate_key" ON "Vehicle" ("plate");
