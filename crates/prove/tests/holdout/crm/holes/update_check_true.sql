-- Tenant A moves its contacts into tenant B, because the check of the update policy is true.
-- about: contacts
-- as: ho_crm_app
-- exploit: SET app.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: UPDATE contacts SET tenant_id = 'bbbbbbbb-0000-4000-8000-000000000000', company_id = NULL,
-- exploit: owner_id = NULL;
-- shows: UPDATE 1
DROP POLICY tenant ON contacts;
CREATE POLICY tenant_read ON contacts FOR SELECT USING (tenant_id = current_tenant());
CREATE POLICY tenant_insert ON contacts FOR INSERT WITH CHECK (tenant_id = current_tenant());
CREATE POLICY tenant_update ON contacts FOR UPDATE USING (tenant_id = current_tenant()) WITH CHECK (true);
CREATE POLICY tenant_delete ON contacts FOR DELETE USING (tenant_id = current_tenant());
