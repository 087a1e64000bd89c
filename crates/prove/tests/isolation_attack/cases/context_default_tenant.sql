-- finds: context_fail_open app.memo
-- bad:
CREATE TABLE app.memo (id integer PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenant, body text);
INSERT INTO app.memo SELECT id, tenant_id, body FROM app.note;
CREATE FUNCTION app.who() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('app.tenant', true), ''), '11111111-1111-4111-8111-111111111111')
$$;
ALTER TABLE app.memo ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.memo USING (tenant_id::text = app.who());
GRANT SELECT ON app.memo TO app_user;
-- good:
CREATE TABLE app.memo (id integer PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenant, body text);
INSERT INTO app.memo SELECT id, tenant_id, body FROM app.note;
CREATE FUNCTION app.who() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('app.tenant', true), '')
$$;
ALTER TABLE app.memo ENABLE ROW LEVEL SECURITY;
CREATE POLICY fence ON app.memo USING (tenant_id::text = app.who());
GRANT SELECT ON app.memo TO app_user;
