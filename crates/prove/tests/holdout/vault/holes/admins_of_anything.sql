-- Whoever is an administrator somewhere reads the log everywhere; the rule does not name the organization.
-- about: audit_log, audit_log_admins
-- as: hf_vault_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: SELECT what FROM audit_log;
-- shows: Road-secret event
-- Written out, for the function is slow on long logs.
DROP POLICY audit_log_read ON audit_log;
CREATE POLICY audit_log_admins ON audit_log FOR SELECT
  USING (EXISTS (SELECT FROM org_members m WHERE m.user_id = auth.uid() AND m.role = 'admin'));
