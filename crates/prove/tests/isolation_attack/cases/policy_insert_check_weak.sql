-- finds: policy_insert_check_weak app.note
-- bad:
CREATE POLICY write ON app.note FOR INSERT WITH CHECK (body <> '');
-- good:
-- A trigger that names another tenant is stopped: the check comes after it.
CREATE FUNCTION app.rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN NEW.tenant_id := '22222222-2222-4222-8222-222222222222'; RETURN NEW; END $$;
CREATE TRIGGER rewrite BEFORE INSERT ON app.note FOR EACH ROW EXECUTE FUNCTION app.rewrite();
