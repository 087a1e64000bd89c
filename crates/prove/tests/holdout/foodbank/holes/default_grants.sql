-- The default privileges open every later table to the application; the next one came without row security.
-- about: recalls
-- as: hf_foodbank_app
-- exploit: SET fb.network = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT reason FROM fb.recalls;
-- shows: Road-secret recall
ALTER DEFAULT PRIVILEGES IN SCHEMA fb GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO hf_foodbank_app;
CREATE TABLE fb.recalls (
  pantry_id uuid NOT NULL REFERENCES fb.pantries (id),
  food text NOT NULL REFERENCES fb.foods (code),
  reason text NOT NULL,
  PRIMARY KEY (pantry_id, food)
);
