-- finds: context_setting_opens_all app.user_role
-- bad:
-- The role that the application says it has may delete, wherever the row is.
CREATE POLICY cleaner ON app.note FOR DELETE
  USING (current_setting('app.user_role', true) IN ('platform_admin', 'retention_worker'));
-- good:
CREATE POLICY cleaner ON app.note FOR DELETE
  USING (current_setting('app.user_role', true) IN ('platform_admin', 'retention_worker')
    AND tenant_id::text = current_setting('app.tenant', true));
