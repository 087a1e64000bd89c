-- finds: shared_rows_writable app.country
-- bad:
CREATE TABLE app.country (code text PRIMARY KEY, name text);
INSERT INTO app.country VALUES ('xx', 'Nowhere');
GRANT SELECT, UPDATE ON app.country TO app_user;
-- good:
-- What all tenants share may be read by all.
CREATE TABLE app.country (code text PRIMARY KEY, name text);
INSERT INTO app.country VALUES ('xx', 'Nowhere');
GRANT SELECT ON app.country TO app_user, reporter;
