-- finds: trigger_copies_rows app.engine
-- bad:
-- A list of engines for all, and boats with one of them each.
CREATE TABLE app.engine (name text PRIMARY KEY, horses integer NOT NULL, fitted integer NOT NULL DEFAULT 0);
INSERT INTO app.engine VALUES ('two-stroke', 8), ('diesel', 40);
GRANT SELECT ON app.engine TO app_user;
CREATE TABLE app.boat (
  tenant_id uuid NOT NULL, hull integer, engine text NOT NULL, PRIMARY KEY (tenant_id, hull));
INSERT INTO app.boat SELECT tenant_id, id, 'diesel' FROM app.note;
ALTER TABLE app.boat ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.boat USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT, DELETE ON app.boat TO app_user;
CREATE FUNCTION app.fit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE app.engine SET fitted = (SELECT count(*) FROM app.boat WHERE engine = NEW.engine) WHERE name = NEW.engine;
  RETURN NULL;
END $$;
CREATE TRIGGER fit AFTER INSERT ON app.boat FOR EACH ROW EXECUTE FUNCTION app.fit();
-- good:
-- A list of engines for all, and boats with one of them each.
CREATE TABLE app.engine (name text PRIMARY KEY, horses integer NOT NULL, fitted integer NOT NULL DEFAULT 0);
INSERT INTO app.engine VALUES ('two-stroke', 8), ('diesel', 40);
GRANT SELECT ON app.engine TO app_user;
CREATE TABLE app.boat (
  tenant_id uuid NOT NULL, hull integer, engine text NOT NULL, PRIMARY KEY (tenant_id, hull));
INSERT INTO app.boat SELECT tenant_id, id, 'diesel' FROM app.note;
ALTER TABLE app.boat ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.boat USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT, DELETE ON app.boat TO app_user;
CREATE FUNCTION app.fit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM FROM app.engine WHERE name = NEW.engine AND fitted = 0;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such engine'; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER fit AFTER INSERT ON app.boat FOR EACH ROW EXECUTE FUNCTION app.fit();
