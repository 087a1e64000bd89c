-- finds: secdef_trigger_cross_write app.remark
-- bad:
-- Whoever is mentioned by a nickname is told of it, in the houses of all tenants.
CREATE TABLE app.guest (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nickname text, PRIMARY KEY (tenant_id, nickname));
INSERT INTO app.guest SELECT tenant_id, 'nick' || id FROM app.note;
CREATE TABLE app.slip (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nickname text NOT NULL, words text NOT NULL);
INSERT INTO app.slip SELECT tenant_id, nickname, 'welcome' FROM app.guest;
CREATE TABLE app.remark (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, words text NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.remark SELECT tenant_id, id, 'fine weather' FROM app.note;
ALTER TABLE app.guest ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.guest
  USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.slip ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.slip
  USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.remark ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.remark
  USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.guest, app.slip TO app_user;
GRANT SELECT, INSERT ON app.remark TO app_user;
CREATE FUNCTION app.mentioned() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.slip SELECT g.tenant_id, g.nickname, left(NEW.words, 60) FROM app.guest AS g
  WHERE NEW.words LIKE '%dear ' || g.nickname || '!%';
  RETURN NULL;
END $$;
CREATE TRIGGER mentioned AFTER INSERT ON app.remark FOR EACH ROW EXECUTE FUNCTION app.mentioned();
-- good:
CREATE TABLE app.guest (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nickname text, PRIMARY KEY (tenant_id, nickname));
INSERT INTO app.guest SELECT tenant_id, 'nick' || id FROM app.note;
CREATE TABLE app.slip (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nickname text NOT NULL, words text NOT NULL);
INSERT INTO app.slip SELECT tenant_id, nickname, 'welcome' FROM app.guest;
CREATE TABLE app.remark (
  tenant_id uuid NOT NULL REFERENCES app.tenant, no integer, words text NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.remark SELECT tenant_id, id, 'fine weather' FROM app.note;
ALTER TABLE app.guest ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.guest
  USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.slip ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.slip
  USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.remark ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.remark
  USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT ON app.guest, app.slip TO app_user;
GRANT SELECT, INSERT ON app.remark TO app_user;
CREATE FUNCTION app.mentioned() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.slip SELECT g.tenant_id, g.nickname, left(NEW.words, 60) FROM app.guest AS g
  WHERE NEW.words LIKE '%dear ' || g.nickname || '!%' AND g.tenant_id = NEW.tenant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER mentioned AFTER INSERT ON app.remark FOR EACH ROW EXECUTE FUNCTION app.mentioned();
