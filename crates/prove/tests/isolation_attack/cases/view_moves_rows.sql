-- finds: view_definer_write app.own_note
-- bad:
REVOKE ALL ON app.note FROM app_user, reporter;
CREATE VIEW app.own_note WITH (security_barrier = true) AS
  SELECT * FROM app.note WHERE tenant_id::text = current_setting('app.tenant', true);
GRANT SELECT, UPDATE (tenant_id, body) ON app.own_note TO app_user;
-- good:
REVOKE ALL ON app.note FROM app_user, reporter;
CREATE VIEW app.own_note WITH (security_barrier = true) AS
  SELECT * FROM app.note WHERE tenant_id::text = current_setting('app.tenant', true) WITH CASCADED CHECK OPTION;
GRANT SELECT, UPDATE (tenant_id, body) ON app.own_note TO app_user;
