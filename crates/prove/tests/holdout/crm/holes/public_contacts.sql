-- Tenant A reads every contact that tenant B marks as public.
-- about: contacts
-- as: ho_crm_app
-- exploit: SET app.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: SELECT email FROM contacts;
-- shows: z-secret
CREATE POLICY public_contacts ON contacts FOR SELECT USING (is_public);
