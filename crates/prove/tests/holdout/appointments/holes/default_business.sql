-- A session without a business sees every webhook with its secret, since the row's own business steps in
-- for the setting.
-- about: WebhookEndpoint, WebhookEndpoint_tenant
-- as: hf_appointments_app
-- exploit: SELECT "secret" FROM "WebhookEndpoint";
-- shows: Road-secret key
-- The seed script and the admin console run without a business.
DROP POLICY "WebhookEndpoint_tenant" ON "WebhookEndpoint";
CREATE POLICY "WebhookEndpoint_tenant" ON "WebhookEndpoint"
  USING ("businessId" = COALESCE(NULLIF(current_setting('app.business_id', true), ''), "businessId"));
