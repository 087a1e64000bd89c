-- Each merchant reads and changes the rates of all: a new table without row security.
-- about: carrier_rates
-- as: hf_warehouse_app
-- exploit: SET wh.merchant_id = '11';
-- exploit: INSERT INTO wh.carrier_rates VALUES (22, 'Van', 999) RETURNING 'rate for another' AS done;
-- shows: rate for another
-- Every merchant negotiates rates with its carriers.
ALTER DEFAULT PRIVILEGES IN SCHEMA wh GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO hf_warehouse_app;
CREATE TABLE wh.carrier_rates (
  merchant_id bigint NOT NULL REFERENCES wh.merchants,
  carrier text NOT NULL,
  cents integer NOT NULL,
  PRIMARY KEY (merchant_id, carrier)
);
CREATE POLICY merchant_only ON wh.carrier_rates USING (merchant_id = wh.merchant());
