-- finds: secdef_tenant_param app.body_of(integer)
-- bad:
CREATE FUNCTION app.body_of(note_id integer) RETURNS text LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$SELECT body FROM app.note WHERE id = note_id$$;
-- good:
CREATE FUNCTION app.body_of(note_id integer) RETURNS text LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$
  SELECT body FROM app.note WHERE id = note_id AND tenant_id::text = current_setting('app.tenant', true)$$;
