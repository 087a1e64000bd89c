-- finds: secdef_trigger_cross_write app.call
-- bad:
-- A crew rings a bell for whom a call names by nick, as in "all hands !jo".
CREATE TABLE app.crew (tenant_id uuid NOT NULL, nick text NOT NULL, PRIMARY KEY (tenant_id, nick));
INSERT INTO app.crew SELECT tenant_id, 'deck_' || id FROM app.note WHERE id < 3;
CREATE TABLE app.call (tenant_id uuid NOT NULL, no integer, words text NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.call SELECT tenant_id, id, body FROM app.note;
CREATE TABLE app.bell (
  tenant_id uuid NOT NULL, no integer GENERATED ALWAYS AS IDENTITY, nick text, said text, PRIMARY KEY (tenant_id, no));
INSERT INTO app.bell (tenant_id, nick, said) SELECT tenant_id, 'deck_' || id, body FROM app.note;
ALTER TABLE app.crew ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.crew USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.call ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.call USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.bell ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.bell USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.call TO app_user;
GRANT SELECT ON app.crew, app.bell TO app_user;
CREATE FUNCTION app.ring() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.bell (tenant_id, nick, said) SELECT c.tenant_id, c.nick, NEW.words FROM app.crew AS c
  WHERE NEW.words ~ ('!' || c.nick || '( |$)');
  RETURN NULL;
END $$;
CREATE TRIGGER ring AFTER INSERT ON app.call FOR EACH ROW EXECUTE FUNCTION app.ring();
-- good:
-- A crew rings a bell for whom a call names by nick, as in "all hands !jo".
CREATE TABLE app.crew (tenant_id uuid NOT NULL, nick text NOT NULL, PRIMARY KEY (tenant_id, nick));
INSERT INTO app.crew SELECT tenant_id, 'deck_' || id FROM app.note WHERE id < 3;
CREATE TABLE app.call (tenant_id uuid NOT NULL, no integer, words text NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.call SELECT tenant_id, id, body FROM app.note;
CREATE TABLE app.bell (
  tenant_id uuid NOT NULL, no integer GENERATED ALWAYS AS IDENTITY, nick text, said text, PRIMARY KEY (tenant_id, no));
INSERT INTO app.bell (tenant_id, nick, said) SELECT tenant_id, 'deck_' || id, body FROM app.note;
ALTER TABLE app.crew ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.crew USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.call ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.call USING (tenant_id::text = current_setting('app.tenant', true));
ALTER TABLE app.bell ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.bell USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT ON app.call TO app_user;
GRANT SELECT ON app.crew, app.bell TO app_user;
CREATE FUNCTION app.ring() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.bell (tenant_id, nick, said) SELECT c.tenant_id, c.nick, NEW.words FROM app.crew AS c
  WHERE NEW.words ~ ('!' || c.nick || '( |$)') AND c.tenant_id = NEW.tenant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER ring AFTER INSERT ON app.call FOR EACH ROW EXECUTE FUNCTION app.ring();
