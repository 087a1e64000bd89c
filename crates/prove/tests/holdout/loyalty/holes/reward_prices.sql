-- The price list for shops copies rewards into a table that nobody closed.
-- about: reward_prices
-- as: hf_loyalty_app
-- exploit: SET loyalty.program = '1';
-- exploit: SELECT supplier_price FROM reward_prices;
-- shows: 13.37
CREATE TABLE reward_prices (
  program_id int NOT NULL REFERENCES programs,
  reward_code text NOT NULL,
  supplier_price numeric,
  PRIMARY KEY (program_id, reward_code)
);
GRANT SELECT ON reward_prices TO hf_loyalty_app;
CREATE FUNCTION copy_price() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO reward_prices VALUES (NEW.program_id, NEW.reward_code, NEW.supplier_price)
    ON CONFLICT (program_id, reward_code) DO UPDATE SET supplier_price = excluded.supplier_price;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION copy_price() FROM PUBLIC;
CREATE TRIGGER copy_price AFTER INSERT OR UPDATE ON rewards FOR EACH ROW EXECUTE FUNCTION copy_price();
