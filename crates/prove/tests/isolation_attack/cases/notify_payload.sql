-- finds: notify_payload app.note
-- bad:
CREATE FUNCTION app.call_out() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN PERFORM pg_notify('notes_' || NEW.tenant_id, concat_ws(';', NEW.id, NEW.body)); RETURN NULL; END $$;
CREATE TRIGGER call_out AFTER UPDATE ON app.note FOR EACH ROW EXECUTE FUNCTION app.call_out();
-- good:
CREATE FUNCTION app.call_out() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN PERFORM pg_notify('notes', concat_ws(';', NEW.id, NEW.tenant_id)); RETURN NULL; END $$;
CREATE TRIGGER call_out AFTER UPDATE ON app.note FOR EACH ROW EXECUTE FUNCTION app.call_out();
