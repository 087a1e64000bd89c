-- Undoes 006. LOST: billing, usage, features, invitations, domains, branding, webhooks, the records of
-- backups and the compliance settings of all tenants. Backups themselves lie elsewhere and stay.

DROP FUNCTION IF EXISTS public.expire_tokens();
DROP FUNCTION IF EXISTS public.resolve_tenant(text);

DROP TABLE IF EXISTS
  public.tenant_compliance, public.tenant_backups, public.tenant_webhooks, public.tenant_branding,
  public.tenant_domains, public.tenant_invitations, public.tenant_features, public.tenant_usage,
  public.tenant_billing;
