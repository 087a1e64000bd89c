-- finds: trigger_copies_rows app.bin
-- bad:
CREATE TABLE app.bin (at timestamptz NOT NULL DEFAULT now(), what text NOT NULL);
GRANT SELECT ON app.bin TO app_user;
CREATE FUNCTION app.keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN INSERT INTO app.bin (what) VALUES (OLD.body); RETURN OLD; END $$;
CREATE TRIGGER keep BEFORE DELETE ON app.note FOR EACH ROW EXECUTE FUNCTION app.keep();
-- good:
CREATE TABLE app.bin (at timestamptz NOT NULL DEFAULT now(), what text NOT NULL);
GRANT SELECT ON app.bin TO app_user;
CREATE FUNCTION app.keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN INSERT INTO app.bin (what) VALUES (TG_OP || ' on ' || TG_TABLE_NAME); RETURN OLD; END $$;
CREATE TRIGGER keep BEFORE DELETE ON app.note FOR EACH ROW EXECUTE FUNCTION app.keep();
