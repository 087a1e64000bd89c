-- Public means public within the tenant.
CREATE POLICY public_contacts ON contacts FOR SELECT USING (is_public AND tenant_id = current_tenant());
