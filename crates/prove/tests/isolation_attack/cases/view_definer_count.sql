-- finds: view_definer app.volume
-- bad:
-- A number about all tenants tells about the others.
CREATE VIEW app.volume AS SELECT count(*) AS notes FROM app.note;
GRANT SELECT ON app.volume TO app_user;
-- good:
CREATE VIEW app.volume WITH (security_invoker = true) AS SELECT count(*) AS notes FROM app.note;
GRANT SELECT ON app.volume TO app_user;
