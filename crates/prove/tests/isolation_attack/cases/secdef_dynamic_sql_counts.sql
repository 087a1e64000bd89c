-- finds: secdef_dynamic_sql app.how_many(text)
-- bad:
CREATE FUNCTION app.how_many(condition text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE
  found bigint;
BEGIN
  EXECUTE format('SELECT count(*) FROM app.note WHERE tenant_id::text = current_setting(%L) AND (%s)',
    'app.tenant', condition) INTO found;
  RETURN found;
END $$;
-- good:
CREATE FUNCTION app.how_many(condition text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
DECLARE
  found bigint;
BEGIN
  EXECUTE format('SELECT count(*) FROM app.note WHERE tenant_id::text = current_setting(%L) AND body = %L',
    'app.tenant', condition) INTO found;
  RETURN found;
END $$;
