-- finds: secdef_tenant_param app.is_barred(text)
-- bad:
-- Whoever knows a telephone number is told whether somebody barred it.
CREATE TABLE app.caller (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nr integer, phone text NOT NULL,
  state text NOT NULL DEFAULT 'fine' CHECK (state IN ('fine', 'barred')), PRIMARY KEY (tenant_id, nr));
INSERT INTO app.caller SELECT tenant_id, id, body FROM app.note;
ALTER TABLE app.caller ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.is_barred(wanted text) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM app.caller AS c WHERE c.phone = wanted AND c.state = 'barred')
$$;
-- good:
-- Whoever knows a telephone number is told whether somebody barred it.
CREATE TABLE app.caller (
  tenant_id uuid NOT NULL REFERENCES app.tenant, nr integer, phone text NOT NULL,
  state text NOT NULL DEFAULT 'fine' CHECK (state IN ('fine', 'barred')), PRIMARY KEY (tenant_id, nr));
INSERT INTO app.caller SELECT tenant_id, id, body FROM app.note;
ALTER TABLE app.caller ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.is_barred(wanted text) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM app.caller AS c WHERE c.phone = wanted AND c.state = 'barred' AND c.tenant_id::text = current_setting('app.tenant', true))
$$;
