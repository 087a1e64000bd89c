-- finds: trigger_copies_rows app.letter
-- bad:
CREATE TABLE app.task (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer NOT NULL, body text NOT NULL,
  stage text NOT NULL DEFAULT 'new' CHECK (stage IN ('new', 'done')), PRIMARY KEY (tenant_id, no));
INSERT INTO app.task SELECT id, 1, name FROM app.tenant;
ALTER TABLE app.task ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.task USING (tenant_id::text = current_setting('app.tenant', true));
CREATE TABLE app.letter (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), what jsonb NOT NULL, read_at timestamptz);
ALTER TABLE app.letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY unread ON app.letter FOR SELECT USING (read_at IS NOT NULL);
GRANT SELECT, UPDATE ON app.task TO app_user;
GRANT SELECT ON app.letter TO app_user;
CREATE FUNCTION app.tell() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN INSERT INTO app.letter (what) VALUES (to_jsonb(NEW) - 'tenant_id'); RETURN NULL; END $$;
CREATE TRIGGER tell AFTER UPDATE OF stage ON app.task FOR EACH ROW WHEN (OLD.stage <> NEW.stage)
  EXECUTE FUNCTION app.tell();
-- good:
CREATE TABLE app.task (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer NOT NULL, body text NOT NULL,
  stage text NOT NULL DEFAULT 'new' CHECK (stage IN ('new', 'done')), PRIMARY KEY (tenant_id, no));
INSERT INTO app.task SELECT id, 1, name FROM app.tenant;
ALTER TABLE app.task ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.task USING (tenant_id::text = current_setting('app.tenant', true));
CREATE TABLE app.letter (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), what jsonb NOT NULL, read_at timestamptz);
ALTER TABLE app.letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON app.letter FOR SELECT
  USING (read_at IS NOT NULL AND what ->> 'tenant_id' = current_setting('app.tenant', true));
GRANT SELECT, UPDATE ON app.task TO app_user;
GRANT SELECT ON app.letter TO app_user;
CREATE FUNCTION app.tell() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN INSERT INTO app.letter (what) VALUES (to_jsonb(NEW)); RETURN NULL; END $$;
CREATE TRIGGER tell AFTER UPDATE OF stage ON app.task FOR EACH ROW WHEN (OLD.stage <> NEW.stage)
  EXECUTE FUNCTION app.tell();
