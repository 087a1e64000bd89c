-- finds: view_filter_no_barrier app.pinned
-- bad:
REVOKE ALL ON app.note FROM app_user, reporter;
CREATE VIEW app.mine AS SELECT * FROM app.note WHERE tenant_id::text = current_setting('app.tenant', true);
CREATE VIEW app.pinned WITH (security_barrier = false) AS SELECT * FROM app.mine WHERE pinned;
GRANT SELECT ON app.pinned TO app_user;
-- good:
REVOKE ALL ON app.note FROM app_user, reporter;
SET ROLE keeper;
CREATE VIEW app.mine AS SELECT * FROM app.note WHERE tenant_id::text = current_setting('app.tenant', true);
CREATE VIEW app.pinned WITH (security_barrier = false) AS SELECT * FROM app.mine WHERE pinned;
GRANT SELECT ON app.pinned TO app_user;
RESET ROLE;
