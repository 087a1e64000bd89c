-- Tenant A sees costs of others in the error of a check that compares with all stores.
-- about: check_cost, products
-- as: ho_webshop_app
-- exploit: SET app.store = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: UPDATE shop.products SET cost = 0;
-- shows: below that of PB-secret
CREATE FUNCTION shop.check_cost() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  lowest record;
BEGIN
  SELECT * INTO lowest FROM shop.products p WHERE p.sku = NEW.sku AND p.store_id <> NEW.store_id LIMIT 1;
  IF lowest.cost > NEW.cost THEN
    RAISE EXCEPTION 'cost is below that of % (%)', lowest.title, lowest.cost;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER check_cost BEFORE UPDATE ON shop.products FOR EACH ROW EXECUTE FUNCTION shop.check_cost();
