-- finds: secdef_tenant_param app.retitle(integer,text)
-- bad:
CREATE FUNCTION app.retitle(note_id integer, title text) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$UPDATE app.note SET body = title WHERE id = note_id$$;
-- good:
CREATE FUNCTION app.retitle(note_id integer, title text) RETURNS void LANGUAGE sql
SET search_path = pg_catalog AS $$UPDATE app.note SET body = title WHERE id = note_id$$;
