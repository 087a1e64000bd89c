-- finds: priv_references app.note
-- bad:
CREATE SCHEMA desk;
GRANT USAGE, CREATE ON SCHEMA desk TO app_user;
GRANT REFERENCES ON app.note TO app_user;
-- good:
GRANT REFERENCES ON app.note TO app_user;
