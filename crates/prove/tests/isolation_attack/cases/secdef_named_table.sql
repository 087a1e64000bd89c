-- finds: secdef_tenant_param app.set_field(text,integer,text,text)
-- bad:
CREATE FUNCTION app.set_field(kind text, row_id integer, field text, value text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  changed integer;
BEGIN
  EXECUTE format('UPDATE app.%I SET %I = $1 WHERE id = $2', kind, field) USING value, row_id;
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed > 0;
END $$;
-- good:
CREATE FUNCTION app.set_field(kind text, row_id integer, field text, value text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  changed integer;
BEGIN
  EXECUTE format('UPDATE app.%I SET %I = $1 WHERE id = $2 AND tenant_id = $3', kind, field)
    USING value, row_id, nullif(current_setting('app.tenant', true), '')::uuid;
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed > 0;
END $$;
