-- finds: secdef_dynamic_sql app.look(text,text)
-- bad:
CREATE FUNCTION app.look(field text, wanted text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE
  found boolean;
BEGIN
  EXECUTE format('SELECT false FROM app.note WHERE tenant_id::text = current_setting(%L) AND %I::text > ''%s''',
    'app.tenant', field, wanted) INTO found;
  RETURN false;
END $$;
-- good:
CREATE FUNCTION app.look(field text, wanted text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE
  found boolean;
BEGIN
  EXECUTE format('SELECT false FROM app.note WHERE tenant_id::text = current_setting(%L) AND %I::text > $1',
    'app.tenant', field) INTO found USING wanted;
  RETURN false;
END $$;
