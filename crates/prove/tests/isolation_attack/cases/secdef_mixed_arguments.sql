-- finds: secdef_tenant_param app.reword(uuid,integer)
-- bad:
CREATE FUNCTION app.reword(tenant uuid, note integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF tenant::text IS DISTINCT FROM current_setting('app.tenant', true) THEN RAISE EXCEPTION 'not yours'; END IF;
  RETURN (SELECT n.body FROM app.note AS n WHERE n.id = note);
END $$;
GRANT EXECUTE ON FUNCTION app.reword(uuid, integer) TO app_user;
-- good:
CREATE FUNCTION app.reword(tenant uuid, note integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF tenant::text IS DISTINCT FROM current_setting('app.tenant', true) THEN RAISE EXCEPTION 'not yours'; END IF;
  RETURN (SELECT n.body FROM app.note AS n WHERE n.id = note AND n.tenant_id = tenant);
END $$;
GRANT EXECUTE ON FUNCTION app.reword(uuid, integer) TO app_user;
