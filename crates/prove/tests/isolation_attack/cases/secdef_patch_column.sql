-- finds: secdef_tenant_param app.put(integer,text,text)
-- bad:
-- The name of the column is the caller's to choose.

CREATE FUNCTION app.put(which integer, attribute text, content text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  EXECUTE format('UPDATE app.note SET %I = %L WHERE id = %s AND tenant_id::text = %L', attribute, content, which,
    current_setting('app.tenant', true));
END $$;
ALTER FUNCTION app.put OWNER TO postgres;
GRANT EXECUTE ON FUNCTION app.put TO app_user;
-- good:
-- There is one attribute that may be put.

CREATE FUNCTION app.put(which integer, attribute text, content text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog AS $$
BEGIN
  IF attribute <> 'body' THEN RETURN; END IF;
  EXECUTE format('UPDATE app.note SET %I = %L WHERE id = %s AND tenant_id::text = %L', attribute, content, which,
    current_setting('app.tenant', true));
END $$;
ALTER FUNCTION app.put OWNER TO postgres;
GRANT EXECUTE ON FUNCTION app.put TO app_user;
