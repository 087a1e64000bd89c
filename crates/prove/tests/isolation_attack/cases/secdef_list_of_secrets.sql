-- finds: secdef_tenant_param app.void(text[])
-- bad:
ALTER TABLE app.note ADD COLUMN token text;
UPDATE app.note SET token = 'slip-' || id;
CREATE FUNCTION app.void(tokens text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM note WHERE token = tokens[1] AND tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) THEN
    RETURN;
  END IF;
  UPDATE note SET pinned = true WHERE token = ANY (tokens);
END
$$;
-- good:
ALTER TABLE app.note ADD COLUMN token text;
UPDATE app.note SET token = 'slip-' || id;
CREATE FUNCTION app.void(tokens text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM note WHERE token = tokens[1] AND tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) THEN
    RETURN;
  END IF;
  UPDATE note SET pinned = true WHERE token = ANY (tokens) AND tenant_id = nullif(current_setting('app.tenant', true), '')::uuid;
END
$$;
