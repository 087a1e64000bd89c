-- A big town gets a partition of its own, with row security and without any grant.
CREATE TABLE "Pickup_bham" PARTITION OF "Pickup" FOR VALUES IN ('bham');
ALTER TABLE "Pickup_bham" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Pickup_bham" FORCE ROW LEVEL SECURITY;
