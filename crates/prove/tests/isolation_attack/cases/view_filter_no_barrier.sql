-- finds: view_filter_no_barrier app.mine
-- bad:
REVOKE ALL ON app.note FROM app_user, reporter;
CREATE VIEW app.mine AS SELECT * FROM app.note WHERE tenant_id::text = current_setting('app.tenant', true);
GRANT SELECT ON app.mine TO app_user;
-- good:
REVOKE ALL ON app.note FROM app_user, reporter;
CREATE VIEW app.mine WITH (security_barrier = true) AS
  SELECT * FROM app.note WHERE tenant_id::text = current_setting('app.tenant', true);
GRANT SELECT ON app.mine TO app_user;
