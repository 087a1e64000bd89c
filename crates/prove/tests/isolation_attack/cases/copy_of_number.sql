-- finds: trigger_copies_rows app.price_seen
-- bad:
ALTER TABLE app.note ADD COLUMN price numeric(8,2);
UPDATE app.note SET price = 17.35 * id;
CREATE TABLE app.price_seen (price numeric(8,2), at timestamptz NOT NULL DEFAULT now());
GRANT SELECT ON app.price_seen TO app_user;
CREATE FUNCTION app.see_price() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO price_seen VALUES (NEW.price);
  RETURN NULL;
END
$$;
CREATE TRIGGER see_price AFTER INSERT OR UPDATE ON app.note FOR EACH ROW EXECUTE FUNCTION app.see_price();
-- good:
ALTER TABLE app.note ADD COLUMN price numeric(8,2);
UPDATE app.note SET price = 17.35 * id;
CREATE TABLE app.price_seen (price numeric(8,2), at timestamptz NOT NULL DEFAULT now());
GRANT SELECT ON app.price_seen TO app_user;
CREATE FUNCTION app.see_price() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO price_seen VALUES (CASE WHEN NEW.price > 0 THEN 1 ELSE 0 END);
  RETURN NULL;
END
$$;
CREATE TRIGGER see_price AFTER INSERT OR UPDATE ON app.note FOR EACH ROW EXECUTE FUNCTION app.see_price();
