-- finds: error_detail_custom app.note
-- bad:
CREATE FUNCTION app.warn_of_copy() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE known record;
BEGIN
  SELECT n.*, t.name INTO known FROM app.note AS n JOIN app.tenant AS t ON t.id = n.tenant_id
  WHERE n.body = NEW.body;
  IF FOUND THEN RAISE EXCEPTION 'this is note % of %', known.id, known.name; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER warn_of_copy BEFORE INSERT ON app.note FOR EACH ROW EXECUTE FUNCTION app.warn_of_copy();
-- good:
CREATE FUNCTION app.warn_of_copy() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE known record;
BEGIN
  SELECT n.*, t.name INTO known FROM app.note AS n JOIN app.tenant AS t ON t.id = n.tenant_id
  WHERE n.body = NEW.body AND n.tenant_id = NEW.tenant_id;
  IF FOUND THEN RAISE EXCEPTION 'this is note % of %', known.id, known.name; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER warn_of_copy BEFORE INSERT ON app.note FOR EACH ROW EXECUTE FUNCTION app.warn_of_copy();
