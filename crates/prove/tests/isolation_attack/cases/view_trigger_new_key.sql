-- finds: instead_of_trigger app.slip
-- bad:
-- The trigger corrects the slip of the new number, which may be another tenant's.
CREATE VIEW app.slip WITH (security_invoker = true) AS SELECT id AS slip_no, body AS said FROM app.note;
GRANT SELECT, UPDATE ON app.slip TO app_user;
CREATE FUNCTION app.correct() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN UPDATE app.note SET body = NEW.said WHERE id = NEW.slip_no; RETURN NEW; END $$;
CREATE TRIGGER correct INSTEAD OF UPDATE ON app.slip FOR EACH ROW EXECUTE FUNCTION app.correct();
-- good:
-- It goes by the number that the view had shown.
CREATE VIEW app.slip WITH (security_invoker = true) AS SELECT id AS slip_no, body AS said FROM app.note;
GRANT SELECT, UPDATE ON app.slip TO app_user;
CREATE FUNCTION app.correct() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN UPDATE app.note SET body = NEW.said WHERE id = OLD.slip_no; RETURN NEW; END $$;
CREATE TRIGGER correct INSTEAD OF UPDATE ON app.slip FOR EACH ROW EXECUTE FUNCTION app.correct();
