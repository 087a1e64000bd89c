-- Harmless: roles are changed by administrators of that account only, and nothing but the role.
GRANT UPDATE (role) ON account_users TO hf_chatnook_app;
CREATE POLICY account_users_roles ON account_users FOR UPDATE USING (administers(account_id));
