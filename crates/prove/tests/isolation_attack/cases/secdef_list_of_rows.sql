-- finds: secdef_tenant_param app.relabel(app.label[])
-- bad:
CREATE TYPE app.label AS (note_id integer, text text);
CREATE FUNCTION app.relabel(given app.label[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  UPDATE note AS n SET body = g.text FROM unnest(given) AS g WHERE n.id = g.note_id;
END
$$;
-- good:
CREATE TYPE app.label AS (note_id integer, text text);
CREATE FUNCTION app.relabel(given app.label[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  UPDATE note AS n SET body = g.text FROM unnest(given) AS g WHERE n.id = g.note_id AND n.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid;
END
$$;
