-- finds: secdef_anonymous app.digest()
-- bad:
-- Without a tenant the function takes itself for a job of the night, and everybody may call it.
CREATE FUNCTION app.digest() RETURNS SETOF app.note LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM app.note
  WHERE current_setting('app.tenant', true) IS NULL OR tenant_id::text = current_setting('app.tenant', true)$$;
-- good:
CREATE FUNCTION app.digest() RETURNS SETOF app.note LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM app.note WHERE tenant_id::text = current_setting('app.tenant', true)$$;
