-- finds: view_filter_no_barrier app.long
-- bad:
REVOKE ALL ON app.note FROM app_user, reporter;
CREATE VIEW app.mine AS SELECT * FROM app.note WHERE tenant_id::text = current_setting('app.tenant', true);
CREATE VIEW app.long WITH (security_barrier = false) AS SELECT * FROM app.mine WHERE length(body) > 15;
GRANT SELECT ON app.long TO app_user;
-- good:
REVOKE ALL ON app.note FROM app_user, reporter;
SET ROLE keeper;
CREATE VIEW app.mine AS SELECT * FROM app.note WHERE tenant_id::text = current_setting('app.tenant', true);
CREATE VIEW app.long WITH (security_barrier = false) AS SELECT * FROM app.mine WHERE length(body) > 15;
GRANT SELECT ON app.long TO app_user;
RESET ROLE;
