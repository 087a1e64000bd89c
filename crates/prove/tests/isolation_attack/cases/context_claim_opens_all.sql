-- finds: context_claim_opens_all app.note
-- context: setting = "app.token"
-- context: claim = "tenant"
-- bad:
-- Besides its tenant a token may say that its bearer is an inspector.
CREATE FUNCTION app.said(what text) RETURNS text LANGUAGE sql STABLE
  AS $$SELECT nullif(current_setting('app.token', true), '')::json ->> what$$;
ALTER POLICY fence ON app.tenant USING (id = app.said('tenant')::uuid);
ALTER POLICY fence ON app.note USING (tenant_id = app.said('tenant')::uuid);
CREATE POLICY inspection ON app.note FOR SELECT USING (app.said('duty') = 'inspector');
-- good:
-- What else the token says only narrows what its tenant sees.
CREATE FUNCTION app.said(what text) RETURNS text LANGUAGE sql STABLE
  AS $$SELECT nullif(current_setting('app.token', true), '')::json ->> what$$;
ALTER POLICY fence ON app.tenant USING (id = app.said('tenant')::uuid);
ALTER POLICY fence ON app.note
  USING (tenant_id = app.said('tenant')::uuid AND (NOT pinned OR app.said('duty') IS DISTINCT FROM 'guest'));
