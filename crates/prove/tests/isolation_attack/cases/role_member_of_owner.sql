-- finds: role_member_of_owner keeper of app_user
-- bad:
ALTER TABLE app.note NO FORCE ROW LEVEL SECURITY;
GRANT keeper TO app_user;
-- good:
CREATE ROLE clerks;
GRANT clerks TO app_user;
ALTER TABLE app.note NO FORCE ROW LEVEL SECURITY;
