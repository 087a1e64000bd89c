-- finds: secdef_tenant_param app.discard(integer)
-- bad:
ALTER TABLE app.note ADD COLUMN stage text NOT NULL DEFAULT 'sent';
-- A draft is taken for the caller's own, whose ever it is.
CREATE FUNCTION app.discard(which integer) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$
  UPDATE app.note SET stage = 'gone'
  WHERE tenant_id::text = current_setting('app.tenant', true) AND id = which
     OR id = which AND stage = 'draft'$$;
-- good:
ALTER TABLE app.note ADD COLUMN stage text NOT NULL DEFAULT 'sent';
CREATE FUNCTION app.discard(which integer) RETURNS void LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog AS $$
  UPDATE app.note SET stage = 'gone'
  WHERE tenant_id::text = current_setting('app.tenant', true) AND id = which AND stage IN ('draft', 'sent')$$;
