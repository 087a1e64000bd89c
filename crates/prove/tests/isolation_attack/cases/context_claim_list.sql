-- finds: context_claim_opens_all app.note
-- context: setting = "app.token"
-- context: claim = "tenant"
-- bad:
CREATE FUNCTION app.token() RETURNS jsonb LANGUAGE sql STABLE
  AS $$SELECT nullif(current_setting('app.token', true), '')::jsonb$$;
ALTER POLICY fence ON app.tenant USING (id = (app.token() ->> 'tenant')::uuid);
ALTER POLICY fence ON app.note USING (tenant_id = (app.token() ->> 'tenant')::uuid);
-- A user writes its own metadata, and with it the list of tenants that it is a guest of.
CREATE POLICY guests ON app.note FOR SELECT USING (tenant_id::text IN (
  SELECT jsonb_array_elements_text(app.token() #> '{user_metadata,guest_of}')));
-- good:
CREATE FUNCTION app.token() RETURNS jsonb LANGUAGE sql STABLE
  AS $$SELECT nullif(current_setting('app.token', true), '')::jsonb$$;
ALTER POLICY fence ON app.tenant USING (id = (app.token() ->> 'tenant')::uuid);
ALTER POLICY fence ON app.note USING (tenant_id = (app.token() ->> 'tenant')::uuid);
-- What the issuer signs is no user's to choose: the list of tenants, and the role of its own services.
CREATE POLICY guests ON app.note FOR SELECT USING (tenant_id::text IN (
  SELECT jsonb_array_elements_text(app.token() #> '{app_metadata,guest_of}')));
CREATE POLICY services ON app.note FOR SELECT USING (app.token() ->> 'role' = 'service');
