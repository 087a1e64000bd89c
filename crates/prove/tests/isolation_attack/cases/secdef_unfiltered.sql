-- finds: secdef_unfiltered app.find(text)
-- bad:
CREATE FUNCTION app.find(pattern text) RETURNS SETOF app.note LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$SELECT * FROM app.note WHERE body LIKE pattern$$;
-- good:
CREATE FUNCTION app.find(pattern text) RETURNS SETOF app.note LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$
  SELECT * FROM app.note WHERE body LIKE pattern AND tenant_id::text = current_setting('app.tenant', true)$$;
