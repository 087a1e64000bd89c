-- A restrictive policy only takes away: entries of the login, within the broker's own: harmless.
CREATE POLICY audit_login ON customs.audit_log AS RESTRICTIVE FOR SELECT USING (db_user = current_user);
