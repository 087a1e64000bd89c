-- finds: trigger_copies_rows app.kept
-- bad:
-- What was answered to a question is kept, so that the same need not be worked out again.
CREATE TABLE app.ticket (
  tenant_id uuid NOT NULL, no integer, question text NOT NULL, reply text NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.ticket SELECT tenant_id, id, 'why is ' || id || ' red', body || '_reply' FROM app.note;
UPDATE app.ticket SET reply = 'bulkhead_probe_b_reply' WHERE no > 1;
ALTER TABLE app.ticket ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.ticket USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE ON app.ticket TO app_user;
CREATE TABLE app.kept (asked text NOT NULL, reply text NOT NULL);
CREATE FUNCTION app.keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.kept VALUES (lower(NEW.question), NEW.reply);
  RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER INSERT OR UPDATE ON app.ticket FOR EACH ROW EXECUTE FUNCTION app.keep();
CREATE FUNCTION app.suggest(question text) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS $$
  SELECT k.reply FROM app.kept AS k WHERE k.asked = lower(suggest.question) LIMIT 3
$$;
REVOKE ALL ON FUNCTION app.suggest(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.suggest(text) TO app_user;
-- good:
-- What was answered to a question is kept, so that the same need not be worked out again.
CREATE TABLE app.ticket (
  tenant_id uuid NOT NULL, no integer, question text NOT NULL, reply text NOT NULL, PRIMARY KEY (tenant_id, no));
INSERT INTO app.ticket SELECT tenant_id, id, 'why is ' || id || ' red', body || '_reply' FROM app.note;
UPDATE app.ticket SET reply = 'bulkhead_probe_b_reply' WHERE no > 1;
ALTER TABLE app.ticket ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.ticket USING (tenant_id::text = current_setting('app.tenant', true));
GRANT SELECT, INSERT, UPDATE ON app.ticket TO app_user;
CREATE TABLE app.kept (whose text NOT NULL, asked text NOT NULL, reply text NOT NULL);
CREATE FUNCTION app.keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.kept VALUES (NEW.tenant_id, lower(NEW.question), NEW.reply);
  RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER INSERT OR UPDATE ON app.ticket FOR EACH ROW EXECUTE FUNCTION app.keep();
CREATE FUNCTION app.suggest(question text) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog AS $$
  SELECT k.reply FROM app.kept AS k WHERE k.asked = lower(suggest.question) AND k.whose = current_setting('app.tenant', true) LIMIT 3
$$;
REVOKE ALL ON FUNCTION app.suggest(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.suggest(text) TO app_user;
