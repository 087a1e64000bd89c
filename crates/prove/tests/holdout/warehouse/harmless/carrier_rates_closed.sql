-- A table that gets its grants by default privileges, with row security from the start: nothing leaks.
ALTER DEFAULT PRIVILEGES IN SCHEMA wh GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO hf_warehouse_app;
CREATE TABLE wh.carrier_rates (
  merchant_id bigint NOT NULL REFERENCES wh.merchants,
  carrier text NOT NULL,
  cents integer NOT NULL,
  PRIMARY KEY (merchant_id, carrier)
);
ALTER TABLE wh.carrier_rates ENABLE ROW LEVEL SECURITY;
ALTER TABLE wh.carrier_rates FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant_only ON wh.carrier_rates USING (merchant_id = wh.merchant());
