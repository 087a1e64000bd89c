-- finds: shared_table_writable app.feature
-- bad:
-- Nothing says whose the features are, and every tenant's session may change them for all.
CREATE TABLE app.feature (code text PRIMARY KEY, enabled boolean NOT NULL);
INSERT INTO app.feature VALUES ('dark', false);
GRANT SELECT, UPDATE ON app.feature TO app_user;
-- good:
CREATE TABLE app.feature (code text PRIMARY KEY, enabled boolean NOT NULL);
INSERT INTO app.feature VALUES ('dark', false);
GRANT SELECT, INSERT ON app.feature TO app_user;
