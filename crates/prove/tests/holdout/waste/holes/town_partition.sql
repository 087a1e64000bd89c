-- A big town gets a partition of its own; tables made by the migrator are granted by default, policies are
-- not.
-- about: Pickup_bham
-- as: hf_waste_app
-- exploit: SET app.town_id = 'aford';
-- exploit: SELECT "remark" FROM "Pickup_bham";
-- shows: remark-secret
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO hf_waste_app;
CREATE TABLE "Pickup_bham" PARTITION OF "Pickup" FOR VALUES IN ('bham');
