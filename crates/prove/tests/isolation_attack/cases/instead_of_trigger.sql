-- finds: instead_of_trigger app.note_list
-- bad:
SET ROLE keeper;
CREATE VIEW app.note_list WITH (security_invoker = true) AS SELECT id, tenant_id, body FROM app.note;
GRANT SELECT, INSERT ON app.note_list TO app_user;
RESET ROLE;
CREATE FUNCTION app.add_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.note (tenant_id, body) VALUES (NEW.tenant_id, NEW.body);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION app.add_note() FROM PUBLIC;
CREATE TRIGGER add_note INSTEAD OF INSERT ON app.note_list FOR EACH ROW EXECUTE FUNCTION app.add_note();
-- good:
SET ROLE keeper;
CREATE VIEW app.note_list WITH (security_invoker = true) AS SELECT id, tenant_id, body FROM app.note;
GRANT SELECT, INSERT ON app.note_list TO app_user;
RESET ROLE;
CREATE FUNCTION app.add_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO app.note (tenant_id, body) VALUES (current_setting('app.tenant')::uuid, NEW.body);
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION app.add_note() FROM PUBLIC;
CREATE TRIGGER add_note INSTEAD OF INSERT ON app.note_list FOR EACH ROW EXECUTE FUNCTION app.add_note();
