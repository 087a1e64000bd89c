-- finds: priv_truncate app.note
-- bad:
GRANT TRUNCATE ON app.note TO app_user;
-- good:
GRANT DELETE ON app.note TO reporter;
