-- finds: secdef_dynamic_sql app.search(text)
-- bad:
CREATE FUNCTION app.search(word text) RETURNS SETOF text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT body FROM app.note WHERE tenant_id::text = current_setting(''app.tenant'') '
    || 'AND body = ''' || word || '''';
END $$;
-- good:
CREATE FUNCTION app.search(word text) RETURNS SETOF text LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT body FROM app.note WHERE tenant_id::text = current_setting(''app.tenant'') '
    || 'AND body = $1' USING word;
END $$;
