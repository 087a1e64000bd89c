-- finds: role_member_of_owner app_user
-- bad:
ALTER TABLE app.note NO FORCE ROW LEVEL SECURITY;
GRANT keeper TO app_user;
-- good:
GRANT keeper TO app_user;
